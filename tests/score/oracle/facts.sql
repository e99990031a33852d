-- Facts: what is found is true; what is not found is unknown while `data` is missing, an item lacks that key, or completeness is
-- not said; then false.
CREATE TABLE set_facts AS
SELECT a.c, f.fact, coalesce(
    a.complete AND CASE f.fact
        WHEN 'recipients' THEN a.flows_there AND NOT EXISTS (
            FROM flows AS w WHERE w.c = a.c AND w.recipient != 'resident'
            AND NOT EXISTS (FROM actors AS k WHERE k.c = a.c AND k.actor = w.recipient)
        )
        WHEN 'regimes' THEN a.actors_there AND NOT EXISTS (
            FROM actors AS k WHERE k.c = a.c AND k.regime IS NULL
            AND (SELECT count(*) FROM kind_regimes AS m WHERE m.kind = k.kind) != 1
        )
        ELSE a.data_there AND NOT EXISTS (
            FROM items AS i WHERE i.c = a.c
            AND NOT EXISTS (FROM item_facts AS s WHERE s.c = i.c AND s.i = i.i AND s.fact = f.fact)
        )
    END, false) AS complete
FROM assessments AS a
CROSS JOIN (VALUES ('categories'), ('groups'), ('identifiers'), ('captures'), ('countries'), ('recipients'), ('regimes')) AS f (fact);

CREATE TABLE fact_words AS
SELECT c, fact, word FROM item_words
UNION SELECT w.c, 'recipients', coalesce(k.kind, w.recipient) FROM flows AS w LEFT JOIN actors AS k ON k.c = w.c AND k.actor = w.recipient
UNION SELECT c, 'regimes', regime FROM actors WHERE regime IS NOT NULL
UNION SELECT k.c, 'regimes', any_value(m.regime) FROM actors AS k JOIN kind_regimes AS m USING (kind)
WHERE k.regime IS NULL GROUP BY k.c, k.actor HAVING count(*) = 1;

CREATE TABLE counts AS
SELECT a.c,
    coalesce(max(i.people), 0) AS largest, coalesce(sum(i.people), 0) AS people, coalesce(sum(i.handlers), 0) AS handlers,
    a.complete AND a.data_there AND count(i.i) = count(i.people) AS people_known,
    a.complete AND a.data_there AND count(i.i) = count(i.handlers) AS handlers_known
FROM assessments AS a LEFT JOIN items AS i USING (c) GROUP BY a.c, a.complete, a.data_there;

CREATE TABLE number_facts AS
SELECT c, 'people_largest' AS fact, largest AS bound, people_known AS exact FROM counts
UNION ALL SELECT c, 'handlers', handlers, handlers_known FROM counts
-- A total that is stated stands for the sum, unless one file alone holds more: that cannot be.
UNION ALL SELECT c, 'people_total',
    CASE WHEN a.people_total IS NULL THEN n.people ELSE greatest(a.people_total, n.largest) END,
    CASE WHEN a.people_total IS NULL THEN n.people_known ELSE a.people_total >= n.largest END
FROM counts AS n JOIN assessments AS a USING (c);

INSERT INTO truths
WITH met AS (
    SELECT a.c, a.node, a.operator, a.name, bool_or(w.word IS NOT NULL AND v.word IS NOT NULL) AS named,
        bool_or(w.word IS NOT NULL AND v.word IS NULL) AS other
    FROM atoms AS a
    LEFT JOIN fact_words AS w ON w.c = a.c AND w.fact = a.name
    LEFT JOIN atom_words AS v ON v.c = a.c AND v.node = a.node AND v.word = w.word
    WHERE a.subject = 'data' AND a.number IS NULL GROUP BY ALL
)
SELECT m.c, m.node, CASE m.operator
    WHEN 'includes' THEN CASE WHEN m.named THEN true WHEN f.complete THEN false END
    WHEN 'includes_none' THEN CASE WHEN m.named THEN false WHEN f.complete THEN true END
    WHEN 'includes_other_than' THEN CASE WHEN m.other THEN true WHEN f.complete THEN false END
END
FROM met AS m JOIN set_facts AS f ON f.c = m.c AND f.fact = m.name
UNION ALL
SELECT a.c, a.node, CASE a.operator
    WHEN 'at_least' THEN CASE WHEN f.bound >= a.number THEN true WHEN f.exact THEN false END
    WHEN 'above' THEN CASE WHEN f.bound > a.number THEN true WHEN f.exact THEN false END
    WHEN 'at_most' THEN CASE WHEN f.bound > a.number THEN false WHEN f.exact THEN true END
    WHEN 'below' THEN CASE WHEN f.bound >= a.number THEN false WHEN f.exact THEN true END
END
FROM atoms AS a JOIN number_facts AS f ON f.c = a.c AND f.fact = a.name
WHERE a.subject = 'data' AND a.number IS NOT NULL;
