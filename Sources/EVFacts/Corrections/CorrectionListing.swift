import Facts

/// What people said of claims, in the order in which they said it.
public enum CorrectionListing {
  /// A row a word; `fact` is the claim's number now, where its article still makes it.
  public static let statement = SQLStatement(
    """
    SELECT c.made_at, c.action,
      (SELECT f.fact_id FROM facts AS f JOIN article_texts AS a USING (article_number)
        WHERE a.id = c.article AND f.origin <> 'human' AND f.kind = c.kind
          AND f.manufacturer_key = c.manufacturer_key AND f.model_key = c.model_key
          AND f.attribute IS c.attribute AND f.value IS c.value AND f.evidence = c.evidence
          AND a.superseded_by IS NULL LIMIT 1) AS fact,
      c.kind, ifnull((SELECT m.manufacturer FROM maker_names AS m WHERE m.manufacturer_key = c.manufacturer_key),
        c.manufacturer_key) AS manufacturer,
      ifnull((SELECT m.model FROM model_names AS m WHERE m.manufacturer_key = c.manufacturer_key
        AND m.model_key = c.model_key), c.model_key) AS model,
      c.attribute, c.value,
      CASE c.action WHEN 'change' THEN
        trim(ifnull(c.new_manufacturer, '') || ' ' || ifnull(c.new_model, '')) || ifnull(', ' || c.new_value, '')
        || ifnull(' to ' || c.new_value_max, '') || ifnull(' ' || c.new_unit, '') || ifnull(', ' || c.new_when, '')
        || ifnull(', ' || c.new_market, '') || ', ' || c.new_status || ifnull(' (' || c.new_attribute || ')', '')
      END AS now, c.new_manufacturer, c.new_model, c.new_attribute, c.new_value, c.new_value_max,
      c.new_unit, c.new_when, c.new_market, c.new_status, c.reason, c.article, c.evidence
    FROM corrections AS c ORDER BY c.correction
    """)

  /// The columns that people look at; the others are the fields of `now`, and the identity of the claim.
  public static let shown: Set<String> = [
    "made_at", "action", "fact", "kind", "manufacturer", "model", "attribute", "value", "now", "reason",
  ]
}
