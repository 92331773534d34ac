import Facts
import Reporting
import Testing

@Suite struct ValueWordsTests {
  static func words(_ value: Double, _ qualifier: Qualifier, _ unit: String, max: Double? = nil) -> String {
    ValueWords.of(
      Fact(
        kind: .sales, manufacturer: nil, value: value, valueMax: max, qualifier: qualifier, unit: unit,
        evidence: ""))
  }

  @Test func saysQualifiersAndUnits() {
    #expect(Self.words(130_000, .exact, "vehicles") == "130,000 vehicles")
    #expect(Self.words(100, .moreThan, "stores") == "more than 100 stores")
    #expect(Self.words(24_990, .atLeast, "EUR") == "from 24,990 EUR")
    #expect(Self.words(600, .atLeast, "km") == "at least 600 km")
    #expect(Self.words(830, .atMost, "km") == "up to 830 km")
    #expect(Self.words(100_000, .between, "vehicles", max: 120_000) == "100,000 to 120,000 vehicles")
    #expect(Self.words(19_999.5, .about, "EUR") == "about 19,999.5 EUR")
  }

  @Test func saysNothingOfNoValue() {
    #expect(ValueWords.of(Samples.launch.fact) == "")
  }

  @Test(arguments: [
    ("CN", "China"), ("150", "Europe"), ("001", "worldwide"), ("EU", "European Union"),
    ("overseas", "overseas"),
    ("QQ", "QQ"), ("AD", "Andorra"),
  ])
  func namesMarkets(code: String, name: String) {
    #expect(MarketWords.name(of: code) == name)
  }

  @Test(arguments: [("", 0), ("abc", 3), ("小米", 4), ("é", 1), ("e\u{301}", 1), ("🚗", 2), ("…", 1), ("ﾂ", 1)])
  func measuresWidth(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test func cutsByWidth() {
    #expect(DisplayWidth.cut("小米汽车", to: 5) == "小米…")
    #expect(DisplayWidth.cut("小米", to: 4) == "小米")
  }
}
