/* ---
title: Concerns raised by the family
question: Which concerns came from the child, the family or people near them, and what is recorded to have followed?
numbers: [7]
group: Information flow
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
  days: {type: int, default: 30, help: days after the concern in which something may have followed}
  sender: {type: family_role, many: true, help: only concerns raised by one of these}
  nothing_followed: {type: flag, help: only concerns after which nothing is recorded}
columns:
  date: when, as exact as the report is
  sender: who raised it
  receiver: which agency was told
  about: what it was about
  followed: 'meetings, communications and events of the agencies told, dated within those days'
  paragraph: 'the paragraph as printed, else the page, else the heading it stands under'
  quote: the words of the report
evidence: quote
advice: >-
  0 means that nothing dated in those days is recorded for the agencies told, not that nothing was
  done. Where the concern has no date, what followed cannot be told and stays empty.
leads_to: [item-of-information, where-it-stopped, communications, evidence]
--- */
MATCH (c:Case {id: $case})<-[:IN_CASE]-(m:Communication)
WHERE EXISTS {
  MATCH (m)-[:SENDER]->(p:FamilyRole)
{% if sender %}
  WHERE p.code IN $sender
{% endif %}
}
WITH c, m, COLLECT {
  MATCH (m)-[:EVIDENCE]->(e:Evidence)
  WHERE e.supports IS NULL AND NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  RETURN e ORDER BY e.order LIMIT 1
}[0] AS e
WHERE e IS NOT NULL
WITH m, e, CASE WHEN m.dateFrom IS NULL THEN null ELSE COUNT {
  MATCH (m)-[:RECEIVER]->(told:AgencyType)
  MATCH (c)<-[:IN_CASE]-(f:Event|Meeting|Communication)-[:PARTIES|ATTENDED|SENDER]->(told)
  WHERE f <> m AND f.dateFrom >= m.dateFrom AND f.dateFrom <= m.dateTo + duration({days: $days})
  RETURN DISTINCT f
} END AS followed
{% if nothing_followed %}
WHERE followed = 0
{% endif %}
RETURN m.date AS date,
  COLLECT { MATCH (m)-[:SENDER]->(p:Party) RETURN p.label ORDER BY p.label }[0] AS sender,
  COLLECT { MATCH (m)-[:RECEIVER]->(p:Party) RETURN DISTINCT p.label ORDER BY p.label } AS receiver,
  m.about AS about,
  followed,
  coalesce(e.paragraph, 'page ' + toString(e.page), 'under ' + COLLECT {
    MATCH (e)-[:IN_PASSAGE]->(passage:Passage) RETURN passage.section
  }[0]) AS paragraph,
  e.quote AS quote
ORDER BY m.dateFrom, m.dateTo, e.start, m.uri
