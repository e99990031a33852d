"""The semantics of scoring a second time, by other means: plain tables and SQL, whose NULL is the unknown.

`making` makes random cases, `flatten` lays them into tables, the `.sql` files say what follows from them, `telling`
reads the results of both sides in the same words. Written from the contract, not from `score/`.
"""
