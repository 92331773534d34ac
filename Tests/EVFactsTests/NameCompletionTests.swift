import EVFacts
import Testing

/// Names that are completed as they are typed.
@Suite struct NameCompletionTests {
  private let completion = NameCompletion(names: [
    "Xiaomi", "Xiaomi SU7", "Xiaomi SU7 Ultra", "SU7", "SU7 Ultra", "Tesla", "Tesla Model Y", "Model Y",
    "Škoda", "小米",
  ])

  @Test(arguments: [
    ("xia", ["Xiaomi", "Xiaomi SU7", "Xiaomi SU7 Ultra"]), ("price of the xiaomi s", ["SU7", "SU7 Ultra"]),
    ("price of the Tesla Model ", []), ("how much is the model", ["Model Y"]),
    ("range of the Model Y", ["Y"]),
    ("sko", ["Škoda"]), ("小", ["小米"]), ("", []), ("   ", []), ("zzz", []), ("who sells", []),
  ])
  func theLastWordBecomesAName(line: String, endings: [String]) {
    #expect(completion.endings(of: line) == endings)
  }
}
