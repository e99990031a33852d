"""Files changed in one place, again and again: is each change found, or harmless?"""
