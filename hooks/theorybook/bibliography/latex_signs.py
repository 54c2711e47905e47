"""What the commands of LaTeX stand for."""

from __future__ import annotations

from collections.abc import Mapping

from theorybook.bibliography.word_list import words

# Marks that are set on a letter, by the command that sets them.
ACCENTS: Mapping[str, str] = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "=": "\u0304",
    ".": "\u0307", "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "r": "\u030a",
    "k": "\u0328", "d": "\u0323", "b": "\u0331", "t": "\u0361", "G": "\u030f", "U": "\u030e",
    "h": "\u0309",
}  # fmt: skip
# The same marks where they stand alone, on no letter.
MARKS_ALONE: Mapping[str, str] = {
    "`": "`", "'": "´", "^": "^", "~": "~", '"': "¨", "=": "¯", ".": "˙", "c": "¸", "v": "ˇ",
    "u": "˘", "H": "˝", "r": "˚", "k": "˛",
}  # fmt: skip

SIGNS: Mapping[str, str] = {
    # escaped signs, and spaces
    **{sign: sign for sign in "%&#_${}"},
    " ": " ", "\n": " ", "\t": " ", ",": " ", ";": " ", ":": " ", "!": "", "/": "", "-": "",
    "@": "", "\\": " ", "|": "‖",
    "newline": " ", "linebreak": " ", "newblock": " ", "par": " ", "space": " ", "quad": " ",
    "qquad": " ", "enspace": " ", "thinspace": " ", "protect": "", "relax": "", "noindent": "",
    # letters
    "ss": "ß", "SS": "ẞ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ",
    "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ",
    "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "i": "ı", "j": "ȷ",
    # quotation marks and dashes
    "textquotedblleft": "“", "textquotedblright": "”", "textquoteleft": "‘", "textquoteright": "’",
    "lq": "‘", "rq": "’", "quotedblbase": "„", "quotesinglbase": "‚", "glqq": "„", "grqq": "“",
    "glq": "‚", "grq": "‘", "flqq": "«", "frqq": "»", "guillemotleft": "«", "guillemotright": "»",
    "guillemetleft": "«", "guillemetright": "»", "guilsinglleft": "‹", "guilsinglright": "›",
    "textquotesingle": "'", "textquotedbl": '"', "dq": '"', "textendash": "–", "textemdash": "—",
    "textexclamdown": "¡", "textquestiondown": "¿", "textellipsis": "…", "ldots": "…",
    "dots": "…", "dotsc": "…", "textbullet": "•", "textperiodcentered": "·", "slash": "/",
    "textvisiblespace": " ", "hyp": "-",
    # signs by their names
    "textbackslash": "\\", "backslash": "\\", "textasciitilde": "~", "textasciicircum": "^",
    "textasciigrave": "`", "textunderscore": "_", "textbar": "|", "textless": "<",
    "textgreater": ">", "textdollar": "$", "textbraceleft": "{", "textbraceright": "}",
    "lbrace": "{", "rbrace": "}", "textsection": "§", "S": "§", "P": "¶", "textparagraph": "¶",
    "textregistered": "®", "texttrademark": "™", "copyright": "©", "textcopyright": "©",
    "textdegree": "°", "degree": "°", "textmu": "µ", "textohm": "Ω", "pounds": "£",
    "textsterling": "£", "texteuro": "€", "euro": "€", "EUR": "€", "textyen": "¥", "textcent": "¢",
    "dag": "†", "textdagger": "†", "ddag": "‡", "textdaggerdbl": "‡", "textordfeminine": "ª",
    "textordmasculine": "º", "textonehalf": "½", "textonequarter": "¼", "textthreequarters": "¾",
    "textpm": "±", "texttimes": "×", "textdiv": "÷", "textminus": "−", "textnumero": "№",
    "textperthousand": "‰", "textpercent": "%", "textasteriskcentered": "*",
    "TeX": "TeX", "LaTeX": "LaTeX", "BibTeX": "BibTeX",
    # mathematics; Greek is below
    "times": "×", "div": "÷", "pm": "±", "mp": "∓", "cdot": "·", "ast": "*", "star": "⋆",
    "leq": "≤", "le": "≤", "leqslant": "≤", "geq": "≥", "ge": "≥", "geqslant": "≥", "neq": "≠",
    "ne": "≠", "lt": "<", "gt": ">", "ll": "≪", "gg": "≫", "approx": "≈", "sim": "∼", "simeq": "≃",
    "equiv": "≡", "cong": "≅", "propto": "∝", "infty": "∞", "to": "→", "rightarrow": "→",
    "longrightarrow": "→", "leftarrow": "←", "leftrightarrow": "↔", "Rightarrow": "⇒",
    "Leftrightarrow": "⇔", "uparrow": "↑", "downarrow": "↓", "in": "∈", "notin": "∉",
    "subset": "⊂", "cup": "∪", "cap": "∩", "forall": "∀", "exists": "∃", "neg": "¬", "land": "∧",
    "lor": "∨", "sum": "∑", "prod": "∏", "int": "∫", "partial": "∂", "nabla": "∇", "circ": "°",
    "prime": "′", "ell": "ℓ", "hbar": "ℏ", "cdots": "⋯", "mid": "|", "vert": "|", "langle": "⟨",
    "rangle": "⟩", "emptyset": "∅", "perp": "⊥", "parallel": "∥", "left": "", "right": "",
    "displaystyle": "", "limits": "",
    # kinds of type that a group is set in from here on
    **dict.fromkeys(
        words(
        "em it bf rm sf tt sc sl bfseries mdseries itshape slshape scshape upshape rmfamily "
        "sffamily ttfamily normalfont tiny scriptsize footnotesize small normalsize large Large "
        "LARGE huge Huge"
    ),
        "",
    ),
}  # fmt: skip

GREEK: Mapping[str, str] = dict(
    pair.split(":")
    for pair in words(
        "alpha:α beta:β gamma:γ delta:δ epsilon:ε varepsilon:ε zeta:ζ eta:η theta:θ vartheta:ϑ "
        "iota:ι kappa:κ lambda:λ mu:μ nu:ν xi:ξ pi:π rho:ρ sigma:σ varsigma:ς tau:τ upsilon:υ "
        "phi:φ varphi:φ chi:χ psi:ψ omega:ω Gamma:Γ Delta:Δ Theta:Θ Lambda:Λ Xi:Ξ Pi:Π Sigma:Σ "
        "Upsilon:Υ Phi:Φ Psi:Ψ Omega:Ω"
    )
)

# Commands whose group is set as it is, only in other type.
TYPE = frozenset(
    words(
        "emph textit textbf textsc textsl texttt textrm textsf textup textmd textnormal text "
        "underline uline mbox hbox makebox fbox mathrm mathit mathbf mathsf mathtt mathcal "
        "mathbb operatorname boldsymbol bm NoCaseChange texorpdfstring mkbibemph mkbibitalic "
        "mkbibbold url path nolinkurl uppercase lowercase MakeUppercase MakeLowercase "
        "ensuremath foreignlanguage textgreek textcyrillic nohyphens"
    )
)
# Commands whose group helps sorting and is not printed.
NOT_PRINTED = frozenset({"noopsort", "SortNoop", "singleletter", "label", "nocite"})

_PLAIN = "0123456789+-−=()"
SUPERSCRIPTS: Mapping[str, str] = dict(
    zip(
        _PLAIN + "abcdefghijklmnoprstuvwxyz",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ",
        strict=True,
    )
) | {"°": "°", "′": "′", "*": "*", " ": " ", "™": "™", "®": "®", "†": "†", "‡": "‡"}
SUBSCRIPTS: Mapping[str, str] = dict(zip(_PLAIN, "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True)) | {" ": " "}
