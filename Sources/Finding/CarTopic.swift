import Facts
import Lexicon

/// Whether a text is about cars: the question that a crawl asks of every page, and that most answer with no.
///
/// Words of cars and their makers stand close together where a text is about them; elsewhere there is one in a page ("the
/// suspect left in a Ford"), or the same one over and over (a person called Ford). So so many within a stretch are asked
/// for, of two sorts. Without this, names and counts of any other matter look like those of makers never seen.
public struct CarTopic: Sendable {
  private let scan: TopicScan

  /// Makes the test for a lexicon.
  public init(lexicon: Lexicon) {
    scan = TopicScan(words: Lexicon.topic, catalogue: lexicon.catalogue)
  }

  /// The stretch, in UTF-8 bytes: about a long paragraph.
  static let stretch = 1500
  /// So many words of cars within a stretch show that a text is about them.
  static let enough = 4

  /// Whether a text under a title is about cars.
  public func isMatter(of text: String, title: String? = nil) -> Bool {
    var state = State(length: text.utf8.count)
    if let title, look(at: title, &state, isTitle: true) { return true }
    return look(at: text, &state, isTitle: false)
  }

  private func look(at text: String, _ state: inout State, isTitle: Bool) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      scan.forEach(in: bytes) { start, sort in
        // The title stands over all of the text.
        isTitle ? state.note(sort, at: 0) : state.note(sort, at: start)
        return !state.isEnough
      }
      return state.isEnough
    }
  }

  /// What was seen of late.
  private struct State {
    /// A short text has room for fewer words.
    let needed: Int
    private let isShort: Bool
    /// The last words, the oldest first.
    private var places: [Int] = []
    private var sorts: [TopicTable.Sort] = []
    private(set) var isEnough = false

    init(length: Int) {
      needed = min(CarTopic.enough, 1 + length / 200)
      isShort = length < 400
    }

    mutating func note(_ sort: TopicTable.Sort, at place: Int) {
      places.append(place)
      sorts.append(sort)
      if let first = places.first, place - first > CarTopic.stretch || places.count > CarTopic.window {
        let kept = places.firstIndex { place - $0 <= CarTopic.stretch } ?? places.count - 1
        let drop = max(kept, places.count - CarTopic.window)
        places.removeFirst(drop)
        sorts.removeFirst(drop)
      }
      guard places.count >= needed else { return }
      let isNamed = sorts.contains(.maker) || sorts.contains(.model)
      // What is charged may be a telephone.
      isEnough = Set(sorts).subtracting([.charge]).count >= 2 || isShort && (isNamed || places.count >= 2)
    }
  }

  /// So many words of a stretch are looked at together.
  private static let window = 64
}
