"""What the site says about itself, and the small lists that records choose from."""

from __future__ import annotations

from pydantic import Field

from theorybook.model.address import (
    EditAddress,
    PageAddress,
    SiteAddress,
    SiteLink,
    SpotAddress,
    WebAddress,
)
from theorybook.model.base import Day, Prose, Record, Slug, TermRef, Text, TheoryRef
from theorybook.model.topic import GuidedStatement


class Choice(Record):
    """One of a list that records choose from."""

    id: Slug = Field(description="What a record writes.")
    name: Text = Field(description="What a reader sees.")


class Design(Choice):
    """A kind of study."""

    tests: bool = Field(
        False,
        description="Whether studies of this kind test what they look at, such as trials do. Only "
        "these can bring a theory to the step `tested`.",
    )


class Door(Record):
    """One of the ways in from the home page."""

    title: Text = Field(description="What a reader wants to do.")
    text: Prose = Field(description="What is behind the door.")
    page: SiteLink = Field(description="Address of a page of this site, such as `theories/`.")


class Home(Record):
    """The words of the home page."""

    title: Text = Field(description="The heading: what this is, in one line.")
    lead: Prose = Field(description="Two sentences about what a reader gets.")
    search_examples: tuple[Text, ...] = Field(description="Words to try in the search.")
    doors: tuple[Door, ...] = Field(description="The ways in.")
    first_title: Text = Field(description="Heading over the theories to start with.")
    first: tuple[TheoryRef, ...] = Field(description="Theories to start with.")
    can: tuple[Prose, ...] = Field(description="What the site can tell.")
    cannot: tuple[Prose, ...] = Field(description="What it cannot tell.")
    made: Prose = Field(description="Who makes the site and who does not, in a few sentences.")


class PageWords(Record):
    """What a page is called that is neither home nor of one record, and what it is about."""

    address: Text = Field(description="Its address, such as `theories/`.")
    title: Text = Field(description="Its one name: heading, menu, and links to it.")
    lead: Prose = Field(description="What it holds, in a sentence or two.")
    each: Text | None = Field(
        None,
        description="What the page of each study, situation or drill is about, behind its name.",
    )
    more: tuple[Door, ...] = Field(
        (), description="Pages to send a reader on to. The page of checks shows them."
    )
    other_names: tuple[Text, ...] = Field(
        (), description="Words people search by. They are in the search index and nowhere else."
    )


class News(Record):
    """One line of what changed lately."""

    date: Day = Field(description="When, as year-month-day.")
    what: Prose = Field(description="What changed, in plain words.")


class Theme(Choice):
    """What something that is not known is about. The page of gaps is sorted by it."""

    terms: tuple[TermRef, ...] = Field(
        (), description="Terms that belong to it: theories and studies with one do, too."
    )


class GuideTopic(Choice):
    """A topic by which guides and standards are set side by side."""

    says: tuple[GuidedStatement, ...] = Field(
        (), description="Where the guides agree on it and where they part: our reading, or advice."
    )


class ClientsWords(Record):
    """How the site asks of each study whether the clients took part."""

    name: Text = Field(description="The clients, in a word or two.")
    question: Text = Field(description="The question at the head of each study.")


class Move(Record):
    """A hand-written page that has another address now."""

    was: PageAddress = Field(description="Its old address, such as `about/old/`.")
    now: SpotAddress = Field(description="Its new one. The old one leads there.")


class Settings(Record):
    """data/site.yaml"""

    name: Text = Field(description="What the site is called, everywhere.")
    description: Text = Field(description="What it is, in a sentence, for who finds a link to it.")
    address: SiteAddress = Field(
        description="Where readers find it: the whole address. `SITE_URL` in the environment wins."
    )
    edit_address: EditAddress | None = Field(
        None,
        description="Where the folder `docs/` of the project can be edited, with a slash at its "
        "end. Links to edit a page and to report a problem start from it. `EDIT_URI` in the "
        "environment wins.",
    )
    makers: Text | None = Field(
        None,
        description="Who makes it, as citations name them. Without it: the name, and "
        "`contributors`.",
    )
    code_licence: Text = Field(description="The license of the code.")
    content_licence: Text = Field(description="The license of the texts and data.")
    content_licence_url: WebAddress = Field(description="Its address.")
    subject: Text = Field(description="What the site is about, in a word or two.")
    people: tuple[Choice, ...] = Field(description="Whom a theory or term can be about.")
    speakers: tuple[Choice, ...] = Field(description="Whose voice a quotation can be.")
    designs: tuple[Design, ...] = Field(description="What kind a study can be.")
    groups: tuple[Choice, ...] = Field(description="Whom a study can be about.")
    audiences: tuple[Choice, ...] = Field((), description="Whom an activity or a pack is for.")
    countries: tuple[Choice, ...] = Field(description="Where a study can have been done.")
    projects: tuple[Choice, ...] = Field(
        (), description="Projects that several studies share, each named in a phrase."
    )
    clients: ClientsWords = Field(description="Those whose part in each study is told.")
    themes: tuple[Theme, ...] = Field(description="What something that is not known is about.")
    guide_topics: tuple[GuideTopic, ...] = Field(
        (), description="Topics by which guides and standards are set side by side, in order."
    )
    home: Home = Field(description="The home page.")
    pages: tuple[PageWords, ...] = Field(description="The words of the other pages.")
    moved: tuple[Move, ...] = Field((), description="Hand-written pages that moved.")
    news: tuple[News, ...] = Field(description="What changed lately, newest first.")

    @property
    def all_makers(self) -> str:
        """What those who make the site are called together."""
        return self.makers or f"{self.name}, contributors"
