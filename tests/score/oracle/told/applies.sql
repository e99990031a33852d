SELECT c, r, applies FROM applying
