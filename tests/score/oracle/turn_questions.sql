-- The questions of one turn: whether they are asked, and what their answer counts as.
INSERT INTO standings
WITH told AS (
    SELECT q.*, a.*, (q.own_node IS NULL OR own.holds) AND (q.section_node IS NULL OR part.holds) AS asked,
        coalesce(a.word = 'unknown', false) OR (a.word IS NULL AND a.number IS NULL AND a.is_list IS DISTINCT FROM true) AS nothing,
        coalesce(a.word = 'not_applicable', false) AS set_aside,
        lower(trim(coalesce(a.answered_by, ''))) = 'vendor' AND lower(trim(coalesce(a.confirmed_by, ''))) IN ('', 'vendor') AS unconfirmed,
        lower(trim(coalesce(a.agreed_by, ''))) NOT IN ('', lower(trim(coalesce(a.answered_by, '')))) AS agreed,
        (SELECT count(*) FROM chosen AS h WHERE h.c = q.c AND h.q = q.q) AS many,
        (SELECT count(*) FROM chosen AS h JOIN options AS o USING (c, q, o) WHERE h.c = q.c AND h.q = q.q) AS options_of_it,
        (SELECT count(*) FROM chosen AS h JOIN options AS o USING (c, q, o) WHERE h.c = q.c AND h.q = q.q AND o.exclusive) AS alone
    FROM questions AS q LEFT JOIN answers AS a ON a.c = q.c AND a.q = q.q
    LEFT JOIN truths AS own ON own.c = q.c AND own.node = q.own_node
    LEFT JOIN truths AS part ON part.c = q.c AND part.node = q.section_node
    WHERE q.turn = $turn
), fitting AS (
    SELECT *, NOT set_aside AND CASE type
        WHEN 'choice' THEN many = 1 AND options_of_it = 1 AND NOT is_list
        WHEN 'choices' THEN is_list AND many = options_of_it AND (alone = 0 OR many = 1)
        WHEN 'yes_no' THEN word IN ('yes', 'no')
        WHEN 'safeguard' THEN word IN ('absent', 'planned', 'implemented', 'verified')
        WHEN 'number' THEN number IS NOT NULL AND coalesce(number >= least, true) AND coalesce(number <= most, true)
        WHEN 'date' THEN try_cast(word AS DATE) IS NOT NULL
        ELSE word IS NOT NULL
    END AS fits
    FROM told
)
-- Perhaps asked counts as unanswered, whatever stands in the file.
SELECT c, q, asked,
    coalesce(asked AND NOT nothing AND NOT unconfirmed AND (fits OR set_aside AND may_not_apply AND agreed), false),
    NOT coalesce(asked AND set_aside AND may_not_apply AND agreed AND NOT unconfirmed, false),
    word, number
FROM fitting;
