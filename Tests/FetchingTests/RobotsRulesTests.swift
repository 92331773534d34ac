import Testing

@testable import Fetching

@Suite struct RobotsRulesTests {
  private static let file = """
    User-agent: *
    Disallow: /private
    Allow: /private/press
    Crawl-delay: 4

    user-agent: EVFacts  # with a remark
    user-agent: other
    disallow: /*.pdf$
    disallow: /search?*q=
    allow: /search?topic=cars&q=
    """

  @Test(arguments: [
    ("/", true), ("/report.pdf", false), ("/report.pdf?page=2", true), ("/search?q=byd", false),
    ("/search?topic=cars&q=byd", true), ("/private", true),
  ])
  func itsOwnGroupCounts(target: String, allowed: Bool) {
    #expect(RobotsRules(Array(Self.file.utf8), agent: "evfacts").allows(target) == allowed)
  }

  @Test(arguments: [("/private/a", false), ("/private/press/b", true), ("/report.pdf", true)])
  func othersGoByTheStar(target: String, allowed: Bool) {
    let rules = RobotsRules(Array(Self.file.utf8), agent: "somebody")
    #expect(rules.allows(target) == allowed)
    #expect(rules.delay == 4)
  }

  @Test func noPauseIsLongerThanThirtySeconds() {
    let rules = RobotsRules(Array("User-agent: *\nCrawl-delay: 86400".utf8), agent: "evfacts")
    #expect(rules.delay == 30)
  }

  @Test(arguments: [
    "", "<html>nothing here</html>", "Disallow: /", "User-agent: *\nDisallow:", "\u{0}\u{1}:\u{2}",
  ])
  func whatSaysNothingAllows(file: String) {
    #expect(RobotsRules(Array(file.utf8), agent: "evfacts").allows("/a"))
  }

  @Test func manyStarsTakeNoLongTime() {
    let pattern = String(repeating: "/*a", count: 2000) + "$"
    let path = "/" + String(repeating: "a", count: 8000) + "b"
    #expect(RobotsRules(Array("User-agent: *\nDisallow: \(pattern)".utf8), agent: "evfacts").allows(path))
  }
}
