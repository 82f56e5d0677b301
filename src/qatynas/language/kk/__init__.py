"""Plain tables of Kazakh words and endings; the code next door knows no Kazakh word."""
