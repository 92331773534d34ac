import EVFacts
import Synchronization

/// What the server remembers of one browser: the token that its forms must carry, what is to be told on its next page,
/// and which edits it may take back.
///
/// A page reads ``current`` before it leaves the request's task, and puts ``formToken`` into each form that posts, as a
/// hidden field named ``formField``.
final class BrowserSession: Sendable {
  /// The session of the request under way; `nil` where nothing can be edited.
  @TaskLocal static var current: BrowserSession?

  /// The name of the hidden field.
  static let formField = "token"

  /// An edit that can be taken back.
  struct Edit: Sendable {
    /// Goes into the form that takes it back, as the field `edit`.
    var id: String
    /// What was done.
    var outcome: EditOutcome
    /// How it is taken back.
    var undo: Review.Undo
  }

  /// The most edits that can be taken back, the last ones.
  static let mostEdits = 50

  /// What a form must carry; other sites can neither read nor guess it.
  let formToken = SecretText.random()

  private struct State {
    var notice: EditOutcome?
    var edits: [Edit] = []
  }

  private let state = Mutex(State())

  /// Sets what the next page tells: an edit that was made, or why it was not.
  func tell(_ notice: EditOutcome) { state.withLock { $0.notice = notice } }

  /// What is to be told, once.
  func takeNotice() -> EditOutcome? {
    state.withLock { state in
      defer { state.notice = nil }
      return state.notice
    }
  }

  /// The edits that can be taken back, the last one first: what a form needs of them.
  var edits: [(id: String, outcome: EditOutcome)] {
    state.withLock { $0.edits.reversed().map { ($0.id, $0.outcome) } }
  }

  /// Remembers an edit.
  func remember(_ outcome: EditOutcome, undo: Review.Undo) {
    state.withLock { state in
      state.edits.append(Edit(id: SecretText.random(), outcome: outcome, undo: undo))
      if state.edits.count > Self.mostEdits { state.edits.removeFirst() }
    }
  }

  /// Hands over an edit, the last one where no id is given; it cannot be taken back twice.
  func takeEdit(_ id: String?) -> Edit? {
    state.withLock { state in
      guard let id else { return state.edits.popLast() }
      return state.edits.firstIndex { $0.id == id }.map { state.edits.remove(at: $0) }
    }
  }
}

/// Texts that nobody can guess.
enum SecretText {
  /// 32 hexadecimal digits from the system's generator.
  static func random() -> String {
    var generator = SystemRandomNumberGenerator()
    var text = ""
    for _ in 0..<2 {
      let digits = String(generator.next(), radix: 16)
      text += String(repeating: "0", count: 16 - digits.count) + digits
    }
    return text
  }

  /// Whether two texts are equal, in a time that does not tell how much of them is.
  static func equal(_ a: String, _ b: String) -> Bool {
    let a = Array(a.utf8)
    let b = Array(b.utf8)
    guard !b.isEmpty else { return false }
    // Every byte of what was sent is looked at, whatever the other holds.
    var difference = a.count ^ b.count
    for (place, byte) in a.enumerated() { difference |= Int(byte ^ b[place % b.count]) }
    return difference == 0
  }
}

/// The sessions of the browsers that came, by the cookie that they keep.
final class BrowserSessions: Sendable {
  /// The name of the cookie.
  static let cookie = "evfacts_session"
  /// The most sessions; the oldest goes when another comes.
  static let most = 10_000

  private struct State {
    var sessions: [String: BrowserSession] = [:]
    var order: [String] = []
  }

  private let state = Mutex(State())

  /// The session of a cookie's value.
  func session(_ id: String?) -> BrowserSession? {
    guard let id else { return nil }
    return state.withLock { $0.sessions[id] }
  }

  /// A new session with the value that its cookie gets.
  func begin() -> (id: String, session: BrowserSession) {
    let id = SecretText.random()
    let session = BrowserSession()
    state.withLock { state in
      state.sessions[id] = session
      state.order.append(id)
      if state.order.count > Self.most { state.sessions[state.order.removeFirst()] = nil }
    }
    return (id, session)
  }
}
