"""What a :class:`~toolkit.language.locale.Locale` can do, by noun: numbers, dates, words.

Each method hands the work to the module of its noun beside this folder, which loads CLDR's data
only when it is asked.
"""
