"""Kazakh read for its meaning: sentences, tokens, stems, numbers, dates, names."""
