import Asking
import EVFacts
import Facts
import Testing

/// Questions that mean no good: they are data like any other, and get a refusal.
@Suite struct HostileTests {
  @Test(arguments: [
    "", " ", "?", "'; DROP TABLE facts; --", "\" OR 1=1 --", "SELECT * FROM claims",
    "which models launch in 2025; DROP TABLE facts",
    "\u{0}\u{1}\u{2}", "👩‍🚀🚗", "%s%n%x", "{{7*7}}", "../../etc/passwd", "which models launch in 99999",
    "which models cost under 1e999 euros", "\u{202E}5202 ni hcnual sledom hcihw",
  ])
  func isRefused(question: String) throws {
    let today = try #require(OwnDatabase.today)
    guard case .refused = QuestionReader().read(question, today: today) else {
      Issue.record("'\(question)' was understood")
      return
    }
  }

  @Test func aMegabyteIsRefused() throws {
    let today = try #require(OwnDatabase.today)
    for word in ["a", "which models launch in 2025 ", "'", "小米", "\u{7}"] {
      let question = String(repeating: word, count: 1_000_000 / word.utf8.count)
      guard case .refused = QuestionReader().read(question, today: today) else {
        Issue.record("a megabyte of '\(word)' was understood")
        continue
      }
    }
  }

  @Test func marksAndControlCharactersChangeNothing() throws {
    let today = try #require(OwnDatabase.today)
    let plain = QuestionReader().read("which models launch in 2025", today: today)
    for question in [
      "which models launch in 2025?!", "\"which models\" launch\tin 2025;", "WHICH MODELS LAUNCH IN 2025",
    ] {
      #expect(QuestionReader().read(question, today: today) == plain)
    }
  }

  @Test func namesWithQuotesAreBound() throws {
    let database = try OwnDatabase()
    let today = try #require(OwnDatabase.today)
    let answer = try Answer(
      to: "which models launch in 2025", in: database.store, reader: database.reader, today: today)
    #expect(answer.read.statement.sql.contains("?"))
    #expect(!answer.read.statement.sql.contains("2025"))
    #expect(answer.sql.contains("'2025-01-01'"))
  }
}
