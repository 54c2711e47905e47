"""The whole knowledge base, loaded and checked: the one way in for hooks, scripts and tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from theorybook import clock
from theorybook.addresses import go_addresses, record_addresses
from theorybook.bibliography.reference import Reference
from theorybook.cache import Cache
from theorybook.checks import check
from theorybook.data.folder import Folder, read_folder
from theorybook.data.parsers import Parsers
from theorybook.data.published_list import Published
from theorybook.data.sources import Source
from theorybook.kinds import id_of, kind_of
from theorybook.model.answer import Answer
from theorybook.model.settings import PageWords, Settings
from theorybook.model.study import Study
from theorybook.model.theory import Status, Theory
from theorybook.model.versioned import Retirement
from theorybook.notes import all_notes, notes_beside_faults
from theorybook.placeholders import filled_record, values
from theorybook.problems import DataError, Place, Problem
from theorybook.published.promised import never_online, promised
from theorybook.record_id import RecordId
from theorybook.records import Records
from theorybook.relations import Relations
from theorybook.retirement import in_force, retirements, settings_in_force


@dataclass(frozen=True, kw_only=True)
class Site(Relations):
    """Everything the site says, checked. Collections keep the order of the files.

    `published` is what readers were promised; `listed` is what data/published.json lists here,
    which may be more. `notes` tell the maintainer what should be looked at, and stop nothing.
    """

    published: Published
    listed: Published
    notes: tuple[Problem, ...]
    settings: Settings
    references: Mapping[str, Reference]
    sources: Mapping[str, Source]
    places: Mapping[RecordId, Place]
    move_places: tuple[Place, ...]

    @classmethod
    def load(
        cls,
        root: Path,
        preview: bool = False,
        today: date | None = None,
        cache: Cache | None = None,
    ) -> Site:
        """Load and check the data of a project.

        Args:
            root: the project's folder; it holds `data/` and `docs/`.
            preview: whether somebody is still at work, so that a change without a line in the
                history is a note and no error, and drafts are there.
            today: the day that checks count from, by default that of the run. No page shows it.
            cache: finds what was read before.

        Returns:
            The site.

        Raises:
            DataError: with every problem found.
        """
        today = today or clock.today()
        parsers = Parsers().keeping(cache) if cache else None
        read = read_folder(root / "data", parsers, today)
        return cls.checked(read, root, preview, today, cache)

    @classmethod
    def checked(
        cls,
        read: Folder,
        root: Path,
        preview: bool = False,
        today: date | None = None,
        cache: Cache | None = None,
    ) -> Site:
        """Check a data folder that was read; as `load` does."""
        today = today or clock.today()
        folder, problems = against_promises(read, root, cache)
        unsaid = [problem for problem in problems if preview and problem.code == "H02"]
        if len(problems) > len(unsaid):
            raise DataError(problems, notes_beside_faults(folder, root, today))
        noted = [*unsaid, *all_notes(folder, root, today)]
        return _site(folder, read.published, noted, drafts=preview)

    @classmethod
    def unchecked(cls, root: Path, parsers: Parsers) -> Site:
        """Load the data of a project for a preview, and look at each file by itself alone.

        Args:
            root: the project's folder.
            parsers: what reads each sort of file.

        Raises:
            DataError: with every problem found in a file by itself.
        """
        folder = read_folder(root / "data", parsers)
        if folder.problems:
            raise DataError(folder.problems)
        return cls.made_of(folder, drafts=True)

    @classmethod
    def made_of(cls, folder: Folder, drafts: bool = False) -> Site:
        """Return the site of a data folder that was read, and checked by the caller."""
        return _site(folder, folder.published, [], drafts=drafts)

    @cached_property
    def addresses(self) -> dict[RecordId, str]:
        """Address of every record, and of every part of one that has an id."""
        return record_addresses(self.everything)

    @cached_property
    def go(self) -> dict[RecordId, str]:
        """Permanent address of all that has an id."""
        return go_addresses(self.addresses)

    def dated(self, id: RecordId | None = None) -> date:
        """Return the date of a record's last change, or the newest of all."""
        return self._dates[id] if id else self._newest

    @cached_property
    def _dates(self) -> dict[RecordId, date]:
        return {
            id_: max(record.dated, record.retired.on) if record.retired else record.dated
            for id_, record in self.everything.by_id.items()
        }

    @cached_property
    def _newest(self) -> date:
        return max(self._dates.values())

    @cached_property
    def placeholders(self) -> dict[str, str]:
        """What fills each placeholder of a hand-written page."""
        return values(self.settings, self)

    @cached_property
    def ids(self) -> dict[str, RecordId]:
        """Everything that has an id, by its id alone: the first of two alike."""
        return {id_.id: id_ for id_ in reversed(self.go)}

    def title(self, id: RecordId) -> str:
        """Return what readers call a record; a part of a record has only its id."""
        record = self.everything.by_id.get(id)
        if record is None:
            return id.id
        if isinstance(record, Study):
            return self.references[record.key].short
        return str(getattr(record, kind_of(record).title))

    @cached_property
    def retirements(self) -> dict[RecordId, Retirement]:
        """What is retired, evidence and findings included."""
        return retirements(self.everything)

    def words_of(self, address: str) -> PageWords:
        """Return the title and the lead of a page that lists records or does something."""
        return self._page_words[address]

    @cached_property
    def _page_words(self) -> dict[str, PageWords]:
        return {page.address: page for page in self.settings.pages}

    def answers_by_group(self) -> tuple[tuple[str, tuple[Answer, ...]], ...]:
        """Return the answers on what works by whom they are about, none empty.

        Those about nobody in particular, or about people whom nothing shows, have an empty name
        and come last.
        """
        groups = [*((group.id, group.name) for group in self.settings.groups), (None, "")]
        by_group = ((name, tuple(a for a in self.answers if a.about == id)) for id, name in groups)
        return tuple((name, answers) for name, answers in by_group if answers)

    def project(self, id: str) -> str:
        """Return what readers call the project that studies share."""
        return self._project_names[id]

    @cached_property
    def _project_names(self) -> dict[str, str]:
        return {project.id: project.name for project in self.settings.projects}

    def person(self, id: str) -> str:
        """Return what readers call this kind of person."""
        return next(person.name for person in self.settings.people if person.id == id)

    def audience(self, id: str) -> str:
        """Return what readers call those whom an activity is for."""
        return next(each.name for each in self.settings.audiences if each.id == id)

    def country(self, id: str) -> str:
        """Return what readers call this country."""
        return next(country.name for country in self.settings.countries if country.id == id)

    def design(self, id: str) -> str:
        """Return what readers call this kind of study."""
        return next(design.name for design in self.settings.designs if design.id == id)

    def speaker(self, id: str) -> str:
        """Return what readers call this kind of speaker."""
        return next(speaker.name for speaker in self.settings.speakers if speaker.id == id)


def against_promises(
    read: Folder, root: Path, cache: Cache | None = None
) -> tuple[Folder, list[Problem]]:
    """Check a data folder that was read, and hold it to what readers were promised.

    Args:
        read: the data folder.
        root: the project.
        cache: finds what git was asked before.

    Returns:
        The folder with that alone as published, and every problem found.
    """
    published = promised(root, read.published)
    # What was worked out of a folder stays with it, so it is not made anew for nothing.
    folder = read if published is read.published else replace(read, published=published)
    return folder, [*check(folder, root, cache or Cache()), *never_online(read.published, folder)]


def _site(folder: Folder, listed: Published, noted: Iterable[Problem], *, drafts: bool) -> Site:
    written = folder.records.theories
    # Not as those that are not shown: to compare whole records takes long, each with each.
    kept_back = [] if drafts else [t for t in written if t.status is not Status.PUBLISHED]
    shown = tuple(t for t in written if drafts or t.status is Status.PUBLISHED)
    everything = Records({**folder.records.collections, Theory: shown})
    hidden = {
        id_
        for draft in kept_back
        for id_ in (id_of(draft), *(part for part, _ in kind_of(draft).parts_of(draft)))
    }
    held = in_force(everything)
    settings = filled_record(folder.settings, values(folder.settings, held))
    return Site(
        collections=held.collections,
        everything=everything,
        published=folder.published,
        listed=listed,
        notes=tuple(sorted(noted)),
        settings=settings_in_force(settings, everything),
        references=folder.references,
        sources=folder.sources,
        places={id_: place for id_, place in folder.places.items() if id_ not in hidden},
        move_places=tuple(
            folder.files["site"].place(("moved", index, "now"))
            for index in range(len(folder.settings.moved))
        ),
    )
