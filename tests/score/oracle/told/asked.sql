SELECT c, q, asked FROM standings
