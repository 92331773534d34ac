import Facts
import Foundation
import Reporting
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct ChartTests {
  static func fact(
    _ kind: FactKind, _ value: Double? = nil, _ unit: String? = nil, model: String = "SU7",
    when: String? = nil,
    _ status: Status = .actual, attribute: String? = nil
  ) -> FactRow {
    FactRow(
      id: 1,
      fact: Fact(
        kind: kind, manufacturer: "Xiaomi", model: model, value: value, unit: unit,
        when: when.flatMap { Period($0) },
        status: status, attribute: attribute, evidence: "It says so."),
      article: Article(id: "a", text: ""))
  }

  @Test func everyLaunchTellsItsWords() throws {
    let rows = [
      Self.fact(.launch, model: "YU7", when: "MID:2025", .planned),
      Self.fact(.launch, model: "YU9 <b>", when: "../2027", .expected), Self.fact(.launch, model: "no date"),
    ]
    let chart = try #require(LaunchTimeline.of(rows))
    #expect(chart.file.contains("<title>launch: Xiaomi YU7, mid 2025, planned</title>"))
    #expect(chart.file.contains("aria-label=\"launch: Xiaomi YU9 &lt;b&gt;, by 2027, expected\""))
    #expect(!chart.file.contains("no date"))
    #expect(
      chart.description == "2 launches between 2025-05-02 and 2027-12-31, one a line, the earliest first.")
    #expect(isWellFormed(chart.file))
  }

  @Test func aTargetStandsBesideWhatWasReported() throws {
    let pairs = Attainment.pairs(of: [
      Self.fact(.salesTarget, 120_000, "vehicles", when: "2024", .planned, attribute: "sales"),
      Self.fact(.sales, 135_000, "vehicles", when: "2024-01/2024-12", attribute: "deliveries"),
      Self.fact(.sales, 9_000, "vehicles", when: "2024-03", attribute: "deliveries"),
    ])
    #expect(pairs.map(\.percent) == [112.5])
    let chart = try #require(TargetBars.of(pairs))
    #expect(
      chart.file.contains("Xiaomi SU7 2024: target 120,000 vehicles, reported 135,000 vehicles, 112.5%"))
    #expect(isWellFormed(chart.file))
  }

  @Test func anotherMarketPeriodOrMeasureIsNoAttainment() {
    let target = Self.fact(.salesTarget, 100, "vehicles", when: "2024", .planned, attribute: "registrations")
    let others = [
      Self.fact(.sales, 50, "vehicles", when: "2025", attribute: "registrations"),
      Self.fact(.sales, 50, "vehicles", when: "2024", .expected, attribute: "registrations"),
      Self.fact(.sales, 50, "vehicles", when: "2024", attribute: "sales"),
      Self.fact(.sales, 50, "vehicles", model: "YU7", when: "2024", attribute: "registrations"),
    ]
    #expect(Attainment.pairs(of: [target] + others).map(\.percent) == [nil])
  }

  @Test func pricesAreComparedInOneCurrencyAndKilometres() throws {
    let rows = [
      Self.fact(.price, 200_000, "CNY"), Self.fact(.price, 210_000, "CNY"), Self.fact(.price, 30_000, "EUR"),
      Self.fact(.price, 150_000, "CNY", model: "B"), Self.fact(.price, 9, "CNY", model: "no range"),
      Self.fact(.range, 500, "mi"), Self.fact(.range, 700, "km"), Self.fact(.range, 400, "km", model: "B"),
    ]
    let chart = try #require(PriceOverRange.of(rows))
    #expect(chart.file.contains("Xiaomi SU7: 200,000 CNY, 500 mi"))
    #expect(chart.file.contains("Xiaomi B: 150,000 CNY, 400 km"))
    #expect(!chart.file.contains("EUR") && !chart.file.contains("no range"))
    #expect(isWellFormed(chart.file))
  }

  @Test func ofNothingThereIsNoChart() {
    let rows = [Self.fact(.launch), Self.fact(.price, 1, "EUR"), Self.fact(.sales, 3, "vehicles")]
    #expect(LaunchTimeline.of(rows) == nil && PriceOverRange.of(rows) == nil)
    #expect(TargetBars.of(Attainment.pairs(of: rows)) == nil)
  }

  @Test(arguments: [0.0001, 1, 17, 999, 1_000, 5_500_000, 9e15])
  func anAxisReachesEveryValue(value: Double) throws {
    let chart = try #require(
      TargetBars.of(
        Attainment.pairs(of: [Self.fact(.salesTarget, value, "vehicles", when: "2024", .planned)])))
    #expect(isWellFormed(chart.file) && !chart.file.contains("nan") && !chart.file.contains("inf"))
  }

  @Test func manyLaunchesAreCutAndSaidToBe() throws {
    let rows = (1...100).map { Self.fact(.launch, model: "M\($0)", when: "20\(10 + $0 % 50)") }
    let chart = try #require(LaunchTimeline.of(rows))
    #expect(chart.description.hasSuffix(" 60 earlier ones are left out."))
  }

  private func isWellFormed(_ xml: String) -> Bool { XMLParser(data: Data(xml.utf8)).parse() }
}
