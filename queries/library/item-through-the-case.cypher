/* ---
title: An item of information through the case
question: Which events, meetings, communications and gaps carried, lacked or were about an item of information?
numbers: [1]
group: Information flow
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
  topic:
    type: topic
    required: true
    from_row: [topic, topics, about]
    help: 'a topic of the case, or words such as alcohol or co-sleeping'
columns:
  date: when, as exact as the report is
  what: event, meeting, communication or gap
  type: its type in the coding frame
  from: 'who told it, held it or was there'
  to: who was told it, or should have had it
  about: what it was about
  paragraph: 'the paragraph as printed, else the page, else the heading it stands under'
  quote: the words of the report
evidence: quote
advice: >-
  Found by topic, and by the words themselves: try other words for the same thing. Being at a meeting
  is not having heard.
leads_to: [item-of-information, where-it-stopped, evidence]
--- */
MATCH (:Case {id: $case})<-[:IN_CASE]-(f:Event|Meeting|Communication|Gap)
WITH f, COLLECT {
  MATCH (f)-[:EVIDENCE]->(e:Evidence)
  WHERE e.supports IS NULL AND NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  RETURN e ORDER BY e.order LIMIT 1
}[0] AS e
WHERE e IS NOT NULL
  AND (toLower(f.about) CONTAINS toLower($topic) OR toLower(e.quote) CONTAINS toLower($topic)
    OR EXISTS {
      MATCH (f)-[:TOPICS]->(t:Topic)
      WHERE toLower(t.label) CONTAINS toLower($topic) OR toLower($topic) IN t.terms
    })
RETURN f.date AS date,
  toLower(head(labels(f))) AS what,
  COLLECT { MATCH (f)-[:TYPE|KIND|CHANNEL]->(t:Concept) RETURN t.label ORDER BY t.label }[0] AS type,
  COLLECT { MATCH (f)-[:SENDER|HOLDER|ATTENDED|PARTIES]->(p:Party) RETURN DISTINCT p.label ORDER BY p.label } AS from,
  COLLECT { MATCH (f)-[:RECEIVER]->(p:Party) RETURN DISTINCT p.label ORDER BY p.label } AS to,
  f.about AS about,
  coalesce(e.paragraph, 'page ' + toString(e.page), 'under ' + COLLECT {
    MATCH (e)-[:IN_PASSAGE]->(passage:Passage) RETURN passage.section
  }[0]) AS paragraph,
  e.quote AS quote
ORDER BY f.dateFrom, f.dateTo, e.start, what, f.uri
