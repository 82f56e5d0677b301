"""Abbreviations that a stop belongs to."""

# after these the sentence goes on
INNER = frozenset(
    """млн млрд трлн мың тыс г т.ғ.д ж жж ғ ғғ қ ауд обл көш д пр ст бет б см км м мм кг тг руб долл проф акад доц
    қ.с т.ж.т м.ғ.д э.ғ.д ф.ғ.д п.ғ.д с.ғ.д з.ғ.д ә.ғ.к э.ғ.к т.ғ.к ред авт мыс лат тел факс no №
    ш шм теңг а.ж.ж. т.с.с яғ им ген полк п/х мөлш биікт диам ұзынд аум""".split()
)

# after these it may end: only where a capital follows that is no name
CLOSING = frozenset("т.б т.с.с т.т т.с.қ б.д б.з.д б.з".split())

# an amount that a sentence may end with
AMOUNTS = frozenset(("млн", "млрд", "трлн", "тг", "теңг", "долл", "руб", "км", "га", "кг", "тыс", "мың"))
MEASURES = frozenset(("м", "см", "мм"))  # only after a number
CURRENCIES = ("доллар", "теңге", "рубл", "сом", "юан", "еуро", "евро", "лира", "рупи", "иен", "фунт", "тиын")

ERAS = frozenset(("б.з.д", "б.з.б", "б.з"))  # before a year or a century the sentence goes on
SECTIONS = frozenset("тарау бөлім бап тармақ қосымша параграф сурет кесте дәріс сабақ".split())  # «2-тарау.»
