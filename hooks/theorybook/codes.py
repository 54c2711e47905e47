"""The kinds of problems, a row for each: its code, what it means, and the cure.

The page of error codes shows them. A message itself says more, with the place.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Code:
    """A kind of problem, as the page of error codes explains it."""

    code: str
    means: str
    cure: str


CODES = tuple(
    Code(*row)
    for row in (
        (
            "Y01",
            "The file is not valid YAML.",
            "Look at the line named and the one above it. Indent with spaces. "
            "Put straight quotation marks round a text that holds a colon and a space, or starts "
            "with a sign.",
        ),
        ("Y02", "The same key stands twice in one record.", "Keep one of the two."),
        (
            "Y03",
            "The file uses a YAML feature that we leave out: anchors, aliases or tags.",
            "Write the value out in full.",
        ),
        (
            "Y04",
            "A file is missing, cannot be read, or is not UTF-8.",
            "Put the file back, or save it again as UTF-8.",
        ),
        (
            "Y05",
            "A file or folder is a link that leads out of the project, nowhere, or in a circle.",
            "Put the file itself there. What a link leads to would be published.",
        ),
        (
            "Y06",
            "A text holds a character that nobody can see, such as a control character.",
            "Take it out. If you cannot see it, type the words around it again.",
        ),
        (
            "Y07",
            "Git left two versions of the same lines in a file.",
            "Keep one of the two, and take out the lines of `<`, `=` and `>` that git put there.",
        ),
        (
            "Y08",
            "A text holds a blank and `#`. To YAML the rest is a comment, and no reader sees it.",
            "Put quotation marks round the text. A comment stands on a line of its own.",
        ),
        (
            "M01",
            "A record has a field that we do not know.",
            "Check the spelling. The schema page lists every field.",
        ),
        (
            "M02",
            "A record lacks a field that it needs, or a list has too little in it.",
            "Add the field, or what is missing in the list.",
        ),
        (
            "M03",
            "A field holds a value of the wrong kind.",
            "Use one of the values the message lists. A day on which something was done is not "
            "still to come.",
        ),
        (
            "F01",
            "A blank, which starts with `___`, is not filled.",
            "Write what it asks for in place of it. If you do not know, say so as the record does "
            "elsewhere: mark it as not known, or leave the field out.",
        ),
        (
            "V01",
            "A sentence does not say whose voice it is.",
            "Add `voice:` and one of the four voices.",
        ),
        (
            "V02",
            "A sentence speaks for a study, or is our reading, and cites nothing.",
            "Add `cites:` with the ids of the findings it rests on, or change the voice.",
        ),
        (
            "V03",
            "A sentence speaks for a study that is not among the evidence of this theory.",
            "Add an evidence item from that study, or change the voice.",
        ),
        (
            "V04",
            "A sentence speaks for a study and names the study, but nothing in it.",
            "Cite the finding or quotation that says so, by its id, or change the voice.",
        ),
        (
            "V05",
            "A sentence in the voice of a study names a guide. A guide is no study.",
            "Make it `our reading` or `our advice`, or name a finding and no guide.",
        ),
        (
            "V06",
            "No page of a help line's own, or of the government, shows it.",
            "Find such a page and add it under `seen_on:`, or take the help line out.",
        ),
        (
            "V07",
            "A fact about a study is told as our advice, or as a question.",
            "Write `from the study` if the publication says it, or `our reading` if we do.",
        ),
        (
            "V08",
            "A phone would dial another number than the words beside it say.",
            "Compare both with the page of the help line, and write one number in both.",
        ),
        (
            "C01",
            "A part of a theory, or a term, is neither filled nor marked as not known.",
            "Fill it, or add `unknown:` and say where you looked.",
        ),
        (
            "C02",
            "A part of a published theory is empty.",
            "Fill it, or make the theory a draft until it is filled.",
        ),
        (
            "C03",
            "A generated page has no title or lead.",
            "Add it to `pages:` in site.yaml, with `address:`, `title:` and `lead:`.",
        ),
        (
            "C04",
            "A theory or a finding reports a term as lacking, and the term has no words for that.",
            "Add `lack:` to the term, with 2 to 6 words for its lack, such as `No clear role`.",
        ),
        ("E01", "A theory has no evidence.", "Add at least one evidence item."),
        (
            "E02",
            "An evidence item does not rest on exactly one finding or quotation of its study.",
            "Name one `quote:` or one `finding:` that belongs to the same study.",
        ),
        (
            "E03",
            "An evidence item is `outright`, and its finding is only background in its study.",
            "Make it `by inference`, or rest it on a result.",
        ),
        (
            "E04",
            "A part of a theory says the opposite of the findings that it cites: it is present and "
            "they all report its lack, or it is lacking and they all support it.",
            "Change `polarity:` of the part, or cite a finding that points the same way.",
        ),
        (
            "E05",
            "An answer on what works is about people whom a study that it cites is not about.",
            "Change `about:` of the answer, or cite a study of these people.",
        ),
        (
            "W01",
            "A sentence, or a headline as a whole, has more than 25 words, or a clause has more "
            "than 12.",
            "Make two sentences of it. Shorten a headline or a clause.",
        ),
        (
            "W02",
            "A theory reads above school grade 8.",
            "Use shorter words and sentences. `make check` prints the hardest ones.",
        ),
        (
            "W03",
            "A sentence of a theory stands somewhere else, too, word for word.",
            "Say what is true of this theory alone, or leave it out.",
        ),
        (
            "W04",
            "The headline of a theory is a question.",
            "Say in a sentence what the theory says. Questions stand under `talk:`.",
        ),
        (
            "H01",
            "The history of a record does not count up, goes back in time, or has lost a line.",
            "Number its lines 1, 2, 3 and so on, with dates that do not go back. "
            "Lines that were published stay.",
        ),
        (
            "H02",
            "A record says something else than before, and its version is the same.",
            "Add a line to its `history:` with the next number, today's date, and what changed.",
        ),
        (
            "S01",
            "The handout of a record does not fit its sheet, even without what is left out first.",
            "Say it in fewer words: the headline, the first action, risk or question, or what is "
            "not known.",
        ),
        (
            "N01",
            "Something names a record that is retired. This is a note: it stops no build.",
            "Name what is to be used instead, or take it out.",
        ),
        (
            "N02",
            "Two publications have nearly one title and one first author. This is a note: it stops "
            "no build.",
            "Look whether they are one. If they are two, leave them.",
        ),
        (
            "N03",
            "Nobody opened the live pages of help lines. This is a note: it stops no build.",
            "Open each, mend what changed, set `looked_on:` to that day, and `live: true`.",
        ),
        (
            "N04",
            "Nobody has looked at a help line for six months. This is a note: it stops no build.",
            "Open its page, mend what changed, and set `looked_on:` to the day you looked.",
        ),
        (
            "N05",
            "A text holds a sign that comes along when text is pasted, such as a soft hyphen or a "
            "bullet. This is a note: it stops no build.",
            "Type the words around it again.",
        ),
        (
            "N06",
            "A text holds HTML, Markdown or LaTeX. This is a note: it stops no build.",
            "Write plain words. A text is shown as it is typed.",
        ),
        (
            "N07",
            "A text holds what looks like a blank that nobody filled, such as `TODO`. This is a "
            "note: it stops no build.",
            "Write what is meant, or take it out.",
        ),
        (
            "N08",
            "A text holds two spaces, two full stops or a small word twice in a row, or a space "
            "before a comma or a full stop. This is a note: it stops no build.",
            "Take one of the two out, or the space.",
        ),
        (
            "N09",
            "A quotation is one word long, or has quotation marks round it. This is a note: it "
            "stops no build.",
            "Take over more words, or take out the marks: pages put them round it.",
        ),
        (
            "N10",
            "The day by which a theory was to be read through is over. This is a note: it stops no "
            "build.",
            "Read it through, then set `reviewed:` to today and `review_by:` to a later day.",
        ),
        (
            "N11",
            "Two pieces of evidence of one theory rest on the same thing, which would count twice. "
            "This is a note: it stops no build.",
            "Make one of the two, or name another finding.",
        ),
        (
            "N12",
            "A check of a program is asked in the voice of a study. This is a note: it stops no "
            "build.",
            "Write `voice: a question for you`. It is we who ask.",
        ),
        (
            "N13",
            "Two records of one kind have the same name. This is a note: it stops no build.",
            "Give one of them another name, so that readers can tell them apart.",
        ),
        (
            "N14",
            "Nothing uses an entry of a list in site.yaml that readers filter by. This is a note: "
            "it stops no build.",
            "Use it, or take it out.",
        ),
        (
            "N15",
            "A detail of a publication looks odd: its year, its pages, or a title all in capitals. "
            "This is a note: it stops no build.",
            "Look at the publication, and mend the detail if it is wrong.",
        ),
        (
            "N16",
            "A study has no findings, so nothing rests on it. This is a note: it stops no build.",
            "Add what it reports, one finding for each thing.",
        ),
        (
            "N17",
            "A draft has blanks. This is a note: it stops no build.",
            "Fill them before you publish the theory.",
        ),
        (
            "T01",
            "The minutes of a pack are others than it promises.",
            "Write the sum that the message names under `promise:`, or change the items.",
        ),
        (
            "T02",
            "A pack goes on for more than 60 minutes without a pause.",
            "Put `- {pause: 10}` before the item that the message points at.",
        ),
        (
            "T03",
            "An activity can get heavy, and nothing says what to do if somebody is upset.",
            "Add `if_upset:` with `text:` and `voice:`.",
        ),
        (
            "T04",
            "A heavy activity comes first in a pack, or last before the close.",
            "Put it between others, with a pause after it.",
        ),
        (
            "T05",
            "An activity rests on no theory.",
            "Name a theory under `rests_on:`, and say what the activity takes from it.",
        ),
        (
            "T06",
            "An activity takes more than 20 minutes, and nothing says what to do in ten.",
            "Add `ten_minutes:` under `adapt:`.",
        ),
        (
            "T07",
            "A pack starts with an activity that it does not have.",
            "Name an activity of the pack under `starts:`, or add it to `items:`.",
        ),
        (
            "T08",
            "A drill has fewer than four cards, or one answer to all of them.",
            "Name other theories under `theories:`.",
        ),
        (
            "N18",
            "All theories that an activity or a drill rests on are retired. This is a note: it "
            "stops no build.",
            "Name a theory that holds, or retire the activity or the drill.",
        ),
        (
            "N19",
            "A file or folder in data/ is not read, so what stands in it is on no page. This is a "
            "note: it stops no build.",
            "Put what is to be read into the file that the message names, and take this out.",
        ),
        (
            "N20",
            "A stored text does not say what it is and under which license. This is a note: it "
            "stops no build.",
            "Start the file with lines such as `What this is:` and `Licence:`. Then leave one line "
            "empty.",
        ),
        (
            "R01",
            "Two records, or a record and a page, have the same id or address. Capitals do not "
            "tell them apart, since on some computers they do not.",
            "Give the newer one another.",
        ),
        (
            "R02",
            "A citation key is not in references.bib.",
            "Check the spelling, or add the publication to references.bib.",
        ),
        (
            "R03",
            "A term is not in terms.yaml, or is of another kind.",
            "Check the spelling, or add the term.",
        ),
        (
            "R04",
            "A record names another record that is not there.",
            "Check the spelling, or add the record.",
        ),
        (
            "R05",
            "A term is in terms.yaml and nothing uses it.",
            "Use it in a theory or a finding, or take it out.",
        ),
        (
            "R06",
            "A study has no entry in references.bib, or an entry has no study.",
            "Add the missing one. Both use the same key.",
        ),
        (
            "R07",
            "A situation takes a part from a theory that has none, or several, that begin so. "
            "Or the theory is not among those that bear on the situation.",
            "Copy the first words of the question, action or gap from theories.yaml. "
            "Name the theory under `theories:` of the situation.",
        ),
        (
            "R08",
            "A theory is linked to itself, or what to use in place of a retired record goes in a "
            "circle.",
            "Name another record, or take the link out.",
        ),
        (
            "R09",
            "A publication waits in waiting.yaml, and is in references.bib.",
            "Take it out of waiting.yaml.",
        ),
        (
            "R10",
            "A list names one thing twice. Readers would see it twice, or it would count twice.",
            "Take one of the two out.",
        ),
        (
            "Q01",
            "The words of a quotation do not stand in its source.",
            "Copy the words again from the stored text, letter by letter.",
        ),
        (
            "Q02",
            "There is no stored text to check a quotation against.",
            "Add data/sources/<key>.txt, or quote the title.",
        ),
        (
            "B01",
            "references.bib cannot be read.",
            "Mend the entry at the line named: braces, commas, a key used twice, a sign that "
            "nobody can see, or text that is no BibTeX.",
        ),
        (
            "B02",
            "A publication lacks a field we cannot do without.",
            "Add author (or editor), title and year (or date). If nobody saw who wrote it, "
            "`author = {others}` and the DOI will do.",
        ),
        (
            "B03",
            "A field of a publication holds what it cannot hold, or the type of its entry is none.",
            "Write what the message asks for: names with `and` between them, a DOI, a whole "
            "address, a year that has been, plain text in place of a LaTeX command.",
        ),
        (
            "B04",
            "Two entries are one publication, which would count as two studies.",
            "Take one out, and use the key of the other. If they are two, add what tells them "
            "apart.",
        ),
        (
            "D01",
            "A citation in a hand-written page holds more than a key, or lacks brackets or `@`.",
            "Write `[@key]` alone, and put a page number or a remark behind the bracket.",
        ),
        (
            "D02",
            "Nothing fills a placeholder, such as a count: its name or its form is another, or it "
            "stands in a data file that takes none.",
            "Check the spelling. The page on editing lists the names.",
        ),
        (
            "D03",
            "The file mkdocs.yml lacks what the site cannot do without, or names a file that is "
            "not there, or a page by hand is not in its menu.",
            "Write what the message says. The last commit has the file as it was.",
        ),
        (
            "L01",
            "A link leads nowhere, or is not written as one: the `page` of a door, or a link or a "
            "footnote on a page written by hand.",
            "Write the address of a page of this site, or the path to its file.",
        ),
        (
            "L02",
            "A line of `moved:` in site.yaml cannot be kept.",
            "`was` is an address that nothing has any more. `now` is one that a page has today.",
        ),
        (
            "L03",
            "Two files of the site would have one address, or one would lie outside the site.",
            "Give the page or record that the message names another address.",
        ),
        (
            "L04",
            "A script in docs/assets/js imports one that is not there, or two import each other.",
            "Write the name of a script that is there. Move what two scripts need into a third.",
        ),
        (
            "P01",
            "A record that was published is gone, or is a draft again.",
            "Put it back. If it no longer holds, retire it: ids and addresses never vanish.",
        ),
        (
            "P02",
            "A record has taken an address that used to lead to another.",
            "Give it another slug. Addresses are never reused.",
        ),
        (
            "P03",
            "An address that was published leads nowhere any more.",
            "Put the page, the heading or the file back. A hand-written page that moved gets a "
            "line in `moved:` of site.yaml; a heading that was reworded keeps its anchor with "
            "`{ #old-anchor }` behind it.",
        ),
        (
            "P04",
            "Something is gone from data/published.json that stood there in an earlier commit.",
            "Take the file back from git, and run `make publish` again.",
        ),
        (
            "P05",
            "data/published.json lists something that never was online, and is not there.",
            "Take the list as it is on the main branch. What is new is promised once it is online.",
        ),
    )
)
