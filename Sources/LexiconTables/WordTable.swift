import Facts
import PackedText

/// The forms of one or more language files, ready to be found.
///
/// Copying one costs nothing.
public struct WordTable: Sendable {
  final class Storage: Sendable {
    let forms: PackedForms
    let decimalMark: UInt8
    let thousandsMarks: [UInt8]
    let forward: PackedTrie
    let backward: PackedTrie

    init(
      forms: PackedForms, decimalMark: UInt8, thousandsMarks: [UInt8], forward: PackedTrie,
      backward: PackedTrie
    ) {
      self.forms = forms
      self.decimalMark = decimalMark
      self.thousandsMarks = thousandsMarks
      self.forward = forward
      self.backward = backward
    }
  }

  let storage: Storage

  /// What is wrong with a line of a language file.
  public struct Fault: Error, CustomStringConvertible, Sendable, Hashable {
    /// What is wrong, with the file's line.
    public let description: String

    /// A fault in words.
    package init(_ description: String) { self.description = description }
  }

  /// All forms; `WordMatch.form` is an index into them.
  public var forms: WordForms { WordForms(table: storage.forms) }
  /// The mark before decimals of the language.
  public var decimalMark: UInt8 { storage.decimalMark }
  /// The mark or marks between thousands.
  public var thousandsMarks: [UInt8] { storage.thousandsMarks }

  /// Reads language files; later ones add to earlier ones.
  ///
  /// Lines that are not understood are left out and listed in `faults`.
  public init(files: [String], faults: inout [Fault]) {
    var reader = LanguageFileReader()
    for file in files { reader.read(file) }
    faults += reader.faults
    storage = reader.storage
  }

  /// Takes a table as the build packed it.
  package init(packed: StaticString) {
    var reader = TableReader(packed)
    let marks = reader.bytes()
    storage = Storage(
      forms: PackedForms(from: &reader), decimalMark: marks.first ?? 0x2E,
      thousandsMarks: Array(marks.dropFirst()),
      forward: PackedTrie(from: &reader), backward: PackedTrie(from: &reader))
  }

  /// The table as text for ``init(packed:)``.
  package var packed: [UInt8] {
    var writer = TableWriter()
    writer.write([decimalMark] + thousandsMarks)
    storage.forms.write(to: &writer)
    storage.forward.write(to: &writer)
    storage.backward.write(to: &writer)
    return writer.text
  }

  /// The longest number word or multiplier that the bytes begin with, with its value.
  public func longestNumberWord(_ bytes: ArraySlice<UInt8>) -> (length: Int, cue: Cue, value: Double)? {
    let (trie, forms) = (storage.forward, storage.forms)
    var node = trie.root
    var best: (Int, Cue, Double)?
    for (i, byte) in bytes.enumerated() {
      node = trie.step(node, byte)
      if node == 0 { break }
      guard trie.hasPayload(node) else { continue }
      trie.forEachPayload(node) { form in
        let cue = forms.cue(form)
        guard cue == .numberWord || cue == .numberMultiplier,
          let value = forms.value(form).flatMap(Double.init)
        else { return }
        best = (i + 1, cue, value)
      }
    }
    return best
  }
}
