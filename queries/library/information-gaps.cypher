/* ---
title: Information-sharing gaps
question: What was not shared, recorded, sought or used, who held it, and who should have had it?
group: Information flow
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
  kind: {type: gap_kind, many: true, help: only gaps of these kinds}
  holder: {type: party, many: true, help: only gaps where one of these held the information}
  receiver: {type: party, many: true, help: only gaps where one of these should have had it}
  about: {type: text, help: only gaps whose subject or quote holds these words}
  min_confidence: {type: share, help: only gaps read with at least this confidence (0 to 1)}
columns:
  kind: the kind of gap, a code of the coding frame
  holder: who held the information
  receiver: who should have had it
  about: what the information was about
  topics: the items of information that it is about
  date: when, as exact as the report is
  paragraph: 'the paragraph as printed, else the page, else the heading it stands under'
  quote: the words of the report
  confidence: how sure the reading is, from 0 to 1
evidence: quote
advice: >-
  A gap is what the report says, with hindsight. Absence in the graph is not absence in the case:
  the report may not tell, or the reading may have missed it.
leads_to: [where-it-stopped, item-of-information, evidence, missed-opportunities, gap-kinds-by-agency-pair]
--- */
MATCH (:Case {id: $case})<-[:IN_CASE]-(g:Gap)-[:KIND]->(k:GapKind)
WHERE (k)-[:BROADER]->(:GapKind {code: 'information_gap'})
{% if kind %}
  AND k.code IN $kind
{% endif %}
{% if holder %}
  AND EXISTS { MATCH (g)-[:HOLDER]->(p:Party) WHERE p.code IN $holder }
{% endif %}
{% if receiver %}
  AND EXISTS { MATCH (g)-[:RECEIVER]->(p:Party) WHERE p.code IN $receiver }
{% endif %}
WITH g, k, COLLECT {
  MATCH (g)-[:EVIDENCE]->(e:Evidence)
  WHERE e.supports IS NULL AND NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  RETURN e ORDER BY e.order LIMIT 1
}[0] AS e
WHERE e IS NOT NULL
{% if min_confidence %}
  AND e.confidence >= $min_confidence
{% endif %}
{% if about %}
  AND (toLower(g.about) CONTAINS toLower($about) OR toLower(e.quote) CONTAINS toLower($about))
{% endif %}
RETURN k.code AS kind,
  COLLECT { MATCH (g)-[:HOLDER]->(p:Party) RETURN p.label ORDER BY p.label } AS holder,
  COLLECT { MATCH (g)-[:RECEIVER]->(p:Party) RETURN p.label ORDER BY p.label } AS receiver,
  g.about AS about,
  COLLECT { MATCH (g)-[:TOPICS]->(t:Topic) RETURN t.label ORDER BY t.label } AS topics,
  g.date AS date,
  coalesce(e.paragraph, 'page ' + toString(e.page), 'under ' + COLLECT {
    MATCH (e)-[:IN_PASSAGE]->(passage:Passage) RETURN passage.section
  }[0]) AS paragraph,
  e.quote AS quote,
  e.confidence AS confidence
ORDER BY e.start, kind, g.uri
