"""Kazakh endings, written with capital letters for the sounds that change; `language.endings` spells them out.

A: а/е · I: ы/і · L: л/д/т · D: д/т · N: н/д/т (genitive) · H: н/д/т (accusative) · B: д/н/т (ablative)
G: ғ/г/қ/к · M: м/б/п (instrumental) · P: м/б/п (negation) · K: қ/к · E: а/е after a consonant, й after a vowel
(x): x only after a consonant · [x]: x only after a vowel
"""

PLURAL = "LAр"

# possessor → ending; 3 is third person, singular and plural
POSSESSIVES = {
    "3": "[с]I",
    "1sg": "(I)м",
    "2sg": "(I)ң",
    "2sg.pol": "(I)ңIз",
    "1pl": "(I)мIз",
}

CASES = {"gen": "NIң", "dat": "GA", "acc": "HI", "loc": "DA", "abl": "BAн", "ins": "Mен"}
CASES_AFTER_3 = {"gen": "нIң", "dat": "нA", "acc": "н", "loc": "ндA", "abl": "нAн", "ins": "мен"}
CASES_AFTER_1SG_2SG = {"gen": "NIң", "dat": "A", "acc": "HI", "loc": "DA", "abl": "BAн", "ins": "Mен"}

ATTRIBUTIVE = "GI"  # after a locative (қаладағы) or straight after a word for a time (жылғы, қазіргі)
EQUATIVE = "DAй"  # мыңдай, таудай

NEGATION = "PA"

# name → endings after which nothing nominal follows; each may follow a negated stem
FINITE = {
    "converb": ("(I)п", "E", "GAлI", "GAнша"),
    "past": ("DI", "DIм", "DIң", "DIңIз", "DIK"),
    "present": ("EдI", "EмIн", "EсIң", "EсIз", "EмIз"),
    "condition": ("сA", "сAм", "сAң", "сAңIз", "сAK"),
    "wish": ("сIн", "(I)ңIз", "(I)ңIздAр", "(A)йIK", "(A)йIн"),
    "inferred": ("(I)птI", "(I)ппIз", "(I)ппIн", "(I)псIз"),
    "perfect": ("GAнмIн", "GAнбIз", "GAнсIз", "GAндI"),
    "future": ("(A)рмIн", "(A)рмIз", "(A)рсIз"),
    "intention": ("PAKпIн", "PAKпIз", "PAKсIз", "PAKшIмIн", "PAKшIмIз", "PAKшIсIз"),
}

# name → endings that make a noun or adjective of the verb: plural, possessive and case may follow
NOMINAL = {
    "participle": ("GAн", "EтIн", "(A)р", "GAндIK"),
    "infinitive": ("у",),
    "agent": ("ушI",),
    "intention": ("PAK", "PAKшI"),
}

# voices: part of the stem, unless the stem without them is a known verb and the stem with them is not
VOICES = ("(I)л", "(I)н", "(I)с", "DIр", "т", "GIз", "(I)сDIр", "(I)лDIр")
