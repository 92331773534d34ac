import Facts
import Reporting

/// Facts that the tests print.
enum Samples {
  static let text = "Der SU7 war teuer. Für 2024 gilt ein Ziel von 130.000 Fahrzeugen."

  static let target = FactRow(
    id: 1,
    fact: Fact(
      kind: .salesTarget, manufacturer: "Xiaomi", model: "SU7", value: 130_000, qualifier: .exact,
      unit: "vehicles",
      when: Period("2024"), market: "CN", status: .planned, attribute: "deliveries",
      evidence: "Für 2024 gilt ein Ziel von 130.000 Fahrzeugen.", span: SourceSpan(47, 54), confidence: 0.93),
    article: Article(
      id: "a1", title: "=Ziel, erhöht", published: Day("2024-11-30"), publisher: "Der \"Stromfahrer\"",
      language: .german, text: text))

  static let launch = FactRow(
    id: 2,
    fact: Fact(
      kind: .launch, manufacturer: "小米", model: "YU7", when: Period("MID:2025"), status: .expected,
      attribute: "launch", evidence: "小米YU7定于明年夏天上市。"),
    article: Article(id: "a2", language: .chinese, text: ""))
}
