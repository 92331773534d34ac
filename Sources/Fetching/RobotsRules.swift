/// What a site's robots.txt asks of this program.
///
/// Method: RFC 9309. The group that names the program counts, else that of `*`; of the rules that fit an address the
/// longest counts, and `Allow` where two are as long.
struct RobotsRules: Sendable {
  private struct Rule {
    var allows: Bool
    var pattern: [UInt8]
  }

  private var rules: [Rule] = []
  /// The pause in seconds that it asks for between two requests.
  private(set) var delay: Double?
  private var closesAll = false

  /// The longest that is waited between two requests, whatever is asked for.
  private static let longestDelay = 30.0
  /// What is read of the file; RFC 9309 asks for 500 KB at least.
  static let sizeLimit = 512 << 10

  /// Rules that allow everything, or nothing.
  init(allowsAll: Bool) { closesAll = !allowsAll }

  /// Reads the file for a program of this name, without its version.
  init(_ bytes: [UInt8], agent: String) {
    let agent = agent.lowercased()
    var own: [Rule] = []
    var general: [Rule] = []
    var hasOwn = false
    var delays: (own: Double?, general: Double?) = (nil, nil)
    var names: [String] = []
    var isNaming = false
    let text = String(decoding: bytes.prefix(Self.sizeLimit), as: UTF8.self)
    for line in text.split(whereSeparator: \.isNewline) {
      let content = line.prefix { $0 != "#" }
      guard let colon = content.firstIndex(of: ":") else { continue }
      let key = Self.trimmed(content[..<colon]).lowercased()
      let value = Self.trimmed(content[content.index(after: colon)...])
      if key == "user-agent" {
        if !isNaming { names = [] }
        isNaming = true
        names.append(value.lowercased())
        continue
      }
      isNaming = false
      let isOwn = names.contains { $0 != "*" && !$0.isEmpty && agent == $0.prefix { $0 != "/" } }
      let isGeneral = names.contains("*")
      if isOwn { hasOwn = true }
      if key == "crawl-delay", let seconds = Double(value), seconds >= 0 {
        if isOwn { delays.own = seconds }
        if isGeneral { delays.general = seconds }
      }
      guard key == "allow" || key == "disallow", !value.isEmpty else { continue }
      let rule = Rule(allows: key == "allow", pattern: Array(value.utf8))
      if isOwn { own.append(rule) }
      if isGeneral { general.append(rule) }
    }
    rules = hasOwn ? own : general
    delay = (hasOwn ? delays.own : delays.general).map { min($0, Self.longestDelay) }
  }

  /// Whether an address of the site may be read, given by its path and query.
  func allows(_ target: String) -> Bool {
    if closesAll { return false }
    let path = Array(target.utf8)
    var best: Rule?
    for rule in rules where Self.fits(rule.pattern, path) {
      let length = best?.pattern.count ?? -1
      if rule.pattern.count > length || (rule.pattern.count == length && rule.allows) { best = rule }
    }
    return best?.allows ?? true
  }

  /// Whether a pattern with `*` and a closing `$` fits the beginning of a path.
  ///
  /// Greedy with one place to go back to, so that no pattern takes longer than its length times the path's.
  private static func fits(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
    let isClosed = pattern.last == UInt8(ascii: "$")
    let pattern = isClosed ? pattern.dropLast() : pattern[...]
    var at = pattern.startIndex
    var place = 0
    var star: (at: Int, place: Int)?
    while true {
      if at < pattern.endIndex, pattern[at] == UInt8(ascii: "*") {
        star = (at + 1, place)
        at += 1
      } else if at == pattern.endIndex, !isClosed || place == path.count {
        return true
      } else if at < pattern.endIndex, place < path.count, pattern[at] == path[place] {
        at += 1
        place += 1
      } else if let back = star, back.place < path.count {
        star = (back.at, back.place + 1)
        at = back.at
        place = back.place + 1
      } else {
        return false
      }
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
