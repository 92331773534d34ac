import Facts

/// Tells a text's language by its function words, its accented letters and its script.
///
/// - Tells apart: German, English, French, Italian, Spanish and Chinese (simplified and traditional).
/// - Calls `other`: neighbours that share their words (Dutch, Portuguese, Catalan, Swedish, …), Japanese and Korean,
///   other scripts, and text without a word that it knows and without a hint.
public enum LanguageGuess {
  /// The language of a text; `hint`, a page's own word for it, decides only where the text does not.
  public static func language(of text: String, hint: LanguageCode? = nil) -> LanguageCode {
    var text = text
    return text.withUTF8 { language(ofBytes: $0.prefix(bytesRead), hint: hint) }
  }

  /// More text than this never changed the answer, and a crawl has a great many long pages.
  private static let bytesRead = 2048

  private static func language(ofBytes bytes: Slice<UnsafeBufferPointer<UInt8>>, hint: LanguageCode?)
    -> LanguageCode
  {
    var count = LanguageCounts()
    count.read(bytes)
    // A Chinese word has about two characters, a Latin letter of another script a fifth of a word.
    let chinese = count.han / 2
    let foreign = count.foreignLetters / 5 + count.kana
    if count.kana * 12 > count.han, count.kana + chinese > count.words { return .other }
    // Chinese news is full of Latin names, so that its characters need only outnumber the words.
    if count.han + foreign > count.words { return foreign > chinese ? .other : .chinese }
    let scores = count.scores
    var best = 0
    var bestScore = 0
    for (index, table) in LanguageTables.all.enumerated() {
      // Three points: less than a single common word, so that it breaks ties and no more.
      let bonus = hint != nil && hint == table.code && table.code != .other ? 3 : 0
      let score = Int(scores[index]) + bonus
      if score > bestScore { (best, bestScore) = (index, score) }
    }
    if count.knownWords == 0 { return hint ?? .other }
    // Running text of the six has a known word in three; a twelfth is the text of a language without a table.
    if count.words >= 15, Int(count.hits[best]) * 12 < count.words { return .other }
    return LanguageTables.all[best].code
  }
}

/// What one pass over the bytes counts.
private struct LanguageCounts {
  var words = 0
  var knownWords = 0
  var han = 0
  var kana = 0
  var foreignLetters = 0
  private var hasDigit = false
  private var isCapital = false
  var scores = SIMD32<UInt16>(repeating: 0)
  var hits = SIMD32<UInt16>(repeating: 0)
  /// How often each known word stands there, and those that do: a text has few of them, over and over.
  private var counts = [UInt16](repeating: 0, count: LanguageTables.points.count)
  private var seen: [UInt16] = []

  mutating func read(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    var hash = WordHash.empty
    var length = 0
    var at = bytes.startIndex
    func byte(_ offset: Int) -> UInt8 { at + offset < bytes.endIndex ? bytes[at + offset] : 0 }
    func letter(_ byte: UInt8) {
      hash = WordHash.step(hash, byte)
      length += 1
    }
    while at < bytes.endIndex {
      let first = bytes[at]
      switch first {
      case 0x61...0x7A:
        letter(first)
        isCapital = false
        at += 1
      case 0x41...0x5A:
        letter(first | 0x20)
        isCapital = true
        at += 1
      case 0x30...0x39:
        hasDigit = true
        at += 1
      case 0x00..<0x80:
        end(&hash, &length)
        at += 1
      case 0xC3...0xC9:
        // Capitals of Latin-1 lie 32 below their small letters; those beyond are too rare to matter.
        let second = first == 0xC3 && byte(1) < 0x9F ? byte(1) | 0x20 : byte(1)
        letter(first)
        letter(second)
        if let marks = LanguageTables.letters[WordHash.step(WordHash.step(WordHash.empty, first), second)] {
          scores &+= SIMD32<UInt16>(truncatingIfNeeded: marks)
        }
        at += 2
      case 0xCC...0xDF:
        if first == 0xCC || first == 0xCD {
          letter(first)  // A combining mark, or Greek: either way part of the word.
        } else {
          end(&hash, &length)
          foreignLetters += 1
        }
        at += 2
      case 0xE0, 0xE1:
        end(&hash, &length)
        foreignLetters += 1
        at += 3
      case 0xE3:
        end(&hash, &length)
        if (0x81...0x83).contains(byte(1)) { kana += 1 }
        if byte(1) >= 0x90 { han += 1 }
        at += 3
      case 0xE4...0xE9:
        end(&hash, &length)
        han += 1
        at += 3
      case 0xEA...0xED:
        end(&hash, &length)
        foreignLetters += 3  // A Hangul syllable is near half a word.
        at += 3
      case 0xE2, 0xEE, 0xEF:
        end(&hash, &length)
        at += 3
      case 0xF0...0xF4:
        end(&hash, &length)
        at += 4
      default:
        end(&hash, &length)
        at += 1
      }
    }
    end(&hash, &length)
    for word in seen {
      let points = SIMD32<UInt16>(truncatingIfNeeded: LanguageTables.points[Int(word)])
      let count = SIMD32<UInt16>(repeating: counts[Int(word)])
      scores &+= points &* count
      hits &+= SIMD32<UInt16>(repeating: 0).replacing(with: count, where: points .> 0)
    }
  }

  private mutating func end(_ hash: inout UInt64, _ length: inout Int) {
    defer { hasDigit = false }
    guard length > 0 else { return }
    // "SU7" is no "su", and the "Y" of a model no "y".
    if hasDigit || length == 1 && isCapital {
      hash = WordHash.empty
      length = 0
      return
    }
    words += 1
    if let word = LanguageTables.words[hash] {
      knownWords += 1
      if counts[Int(word)] == 0 { seen.append(word) }
      counts[Int(word)] &+= 1
    }
    hash = WordHash.empty
    length = 0
  }
}
