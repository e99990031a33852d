-- The conditions of one turn: what they read has been worked out in turns before.
INSERT INTO truths
SELECT a.c, a.node, CASE
    WHEN NOT s.asked THEN false                         -- every atom is false on a question that is not asked
    WHEN s.asked AND s.applies = false THEN false       -- or that is agreed not to apply
    WHEN s.asked AND s.known THEN CASE a.operator
        WHEN 'is' THEN s.word IN (SELECT w.word FROM atom_words AS w WHERE w.c = a.c AND w.node = a.node)
        WHEN 'is_not' THEN s.word NOT IN (SELECT w.word FROM atom_words AS w WHERE w.c = a.c AND w.node = a.node)
        WHEN 'includes' THEN EXISTS (
            FROM chosen AS h JOIN atom_words AS w ON w.c = h.c AND w.word = h.o WHERE h.c = a.c AND h.q = a.name AND w.node = a.node)
        WHEN 'includes_none' THEN NOT EXISTS (
            FROM chosen AS h JOIN atom_words AS w ON w.c = h.c AND w.word = h.o WHERE h.c = a.c AND h.q = a.name AND w.node = a.node)
        WHEN 'at_least' THEN coalesce(s.number >= a.number, s.word >= a.day)
        WHEN 'at_most' THEN coalesce(s.number <= a.number, s.word <= a.day)
        WHEN 'above' THEN coalesce(s.number > a.number, s.word > a.day)
        WHEN 'below' THEN coalesce(s.number < a.number, s.word < a.day)
    END
END
FROM atoms AS a JOIN standings AS s ON s.c = a.c AND s.q = a.name
WHERE a.subject = 'question' AND a.turn = $turn;

INSERT INTO truths
SELECT n.c, n.node, CASE
    WHEN count(*) FILTER (t.holds) >= n.needed THEN true
    WHEN count(*) FILTER (t.holds IS DISTINCT FROM false) < n.needed THEN false
END
FROM nodes AS n JOIN nodes AS p ON p.c = n.c AND p.parent = n.node JOIN truths AS t ON t.c = p.c AND t.node = p.node
WHERE n.word != 'atom' AND n.turn = $turn GROUP BY n.c, n.node, n.needed;
