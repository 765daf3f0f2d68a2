/* ---
title: Timeline in brief
question: In which months did how much happen?
group: Case
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
columns:
  month: the month, or the year where the report gives no more
  dated: how many dated events, meetings and communications
advice: Undated facts are not counted.
--- */
MATCH (:Case {id: $case})<-[:IN_CASE]-(f:Event|Meeting|Communication)
WHERE f.date IS NOT NULL
RETURN substring(f.date, 0, 7) AS month, count(*) AS dated
ORDER BY month
