"""Words that BibLaTeX writes for us, in the language of whoever reads; ours is English."""

from __future__ import annotations

_NATIONS = {
    "de": ("Germany", "German"), "ep": ("European Union", "European"),
    "eu": ("European Union", "European"), "fr": ("France", "French"),
    "uk": ("United Kingdom", "British"), "us": ("United States", "U.S."),
}  # fmt: skip
_WORDS = {
    "phdthesis": "Doctoral dissertation", "mathesis": "Master’s thesis",
    "bathesis": "Bachelor’s thesis", "candthesis": "Candidate’s thesis",
    "techreport": "Technical report", "resreport": "Research report", "software": "Software",
    "datacd": "Data CD", "audiocd": "Audio CD", "inpress": "in press",
    "inpreparation": "in preparation", "forthcoming": "forthcoming", "submitted": "submitted",
    "prepublished": "prepublished", "patent": "Patent", "patreq": "Patent request",
    **{f"country{short}": country for short, (country, _) in _NATIONS.items()},
    **{f"patent{short}": f"{of_it} patent" for short, (_, of_it) in _NATIONS.items()},
    **{f"patreq{short}": f"{of_it} patent request" for short, (_, of_it) in _NATIONS.items()},
}  # fmt: skip


def biblatex_words(typed: str) -> str:
    """Return what stands for a key of BibLaTeX, such as `countryus`; other words as they are."""
    return _WORDS.get(typed.lower(), typed)
