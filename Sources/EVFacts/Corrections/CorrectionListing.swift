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
      c.attribute, c.value, c.new_manufacturer, c.new_model, c.new_attribute, c.new_value, c.new_value_max,
      c.new_unit, c.new_when, c.new_market, c.new_status, c.reason, c.article, c.evidence
    FROM corrections AS c ORDER BY c.correction
    """)
}
