import Facts
import Reporting
import Testing

@Suite struct AnnotatedArticleJSONTests {
  @Test func keepsEverythingThatAFactHas() {
    var fact = Samples.target.fact
    fact.optional = true
    let annotated = AnnotatedArticle(
      article: Samples.target.article, models: [ModelName(manufacturer: "Xiaomi", model: "SU7")],
      facts: [fact])
    #expect(
      AnnotatedArticleJSON.line(annotated) == """
        {"id": "a1", "language": "de", "published": "2024-11-30", "publisher": "Der \\"Stromfahrer\\"", "url": null, \
        "title": "=Ziel, erhöht", "text": "\(Samples.text)", "models": [{"manufacturer": "Xiaomi", "model": "SU7"}], \
        "facts": [{"kind": "sales_target", "manufacturer": "Xiaomi", "model": "SU7", "value": 130000, \
        "value_max": null, "qualifier": "exact", "unit": "vehicles", "when": "2024", "market": "CN", \
        "status": "planned", "attribute": "deliveries", "source": null, \
        "evidence": "Für 2024 gilt ein Ziel von 130.000 Fahrzeugen.", "optional": true, "start": 47, "end": 54, \
        "confidence": 0.93}]}
        """)
  }
}
