/* ---
title: What one paragraph says
question: What does one paragraph of the report say, and what was read from it?
group: Learning and quality
numbers: [25]
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
  paragraph:
    type: text
    required: true
    from_row: paragraph
    help: 'the paragraph as other answers give it: 4.1.11, page 12, or under Findings'
columns:
  what: what was read (gap, meeting, event …), or the passage itself
  type: its type in the coding frame
  parties: who had part in it
  about: 'what it is about, or the property that the words support'
  date: when, as exact as the report is
  status: 'whether a person has reviewed the reading (machine: not yet)'
  extractor: the rule that read it
  confidence: how sure the reading is, from 0 to 1
  quote: the words of the report
evidence: quote
advice: >-
  Readings are made by machine until a person has accepted or corrected them.
leads_to: [information-gaps, case-timeline]
--- */
MATCH (c:Case {id: $case})
CALL (c) {
  MATCH (c)<-[:IN_CASE]-(:Document)<-[:PART_OF]-(p:Passage)
  WHERE p.number = $paragraph OR EXISTS {
    MATCH (p)<-[:IN_PASSAGE]-(e:Evidence)
    WHERE e.paragraph = $paragraph OR (e.paragraph IS NULL AND 'page ' + toString(e.page) = $paragraph)
  }
  RETURN 0 AS rank, p.start AS place, p.uri AS uri, 'passage' AS what,
    COLLECT { MATCH (p)-[:KIND]->(t:PassageKind) RETURN t.label ORDER BY t.label }[0] AS type,
    [] AS parties, p.section AS about, null AS date, null AS status, null AS extractor,
    null AS confidence, p.text AS quote
  UNION ALL
  MATCH (c)<-[:IN_CASE]-(f)-[:EVIDENCE]->(e:Evidence)
  WHERE coalesce(e.paragraph, 'page ' + toString(e.page), 'under ' + COLLECT {
    MATCH (e)-[:IN_PASSAGE]->(passage:Passage) RETURN passage.section
  }[0]) = $paragraph
  RETURN 1 AS rank, e.start AS place, f.uri AS uri,
    CASE WHEN f:FamilyMember THEN 'family member' ELSE toLower(head(labels(f))) END AS what,
    COLLECT {
      MATCH (f)-[:TYPE|KIND|CHANNEL|FACTOR|KINSHIP|AGENCY_TYPE]->(t:Concept)
      RETURN t.label ORDER BY t.label
    }[0] AS type,
    COLLECT { MATCH (f)-->(p:Party) RETURN DISTINCT p.label ORDER BY p.label } AS parties,
    coalesce(e.supports, f.about, f.label, f.name) AS about,
    f.date AS date,
    COLLECT { MATCH (e)-[:STATUS]->(s:ReviewStatus) RETURN s.label ORDER BY s.label }[0] AS status,
    e.extractor AS extractor, e.confidence AS confidence, e.quote AS quote
}
RETURN what, type, parties, about, date, status, extractor, confidence, quote
ORDER BY rank, place, what, uri
