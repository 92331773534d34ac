import Facts

/// Reads language files: a line is `class: form | form`, as `Template.txt` tells.
struct LanguageFileReader {
  private(set) var faults: [WordTable.Fault] = []
  private var forms = PackedForms()
  private var decimalMark: UInt8 = 0x2E
  private var thousandsMarks: [UInt8] = [0x2C]
  private var forward = TriePacker()
  private var backward = TriePacker()
  private var line = 0

  /// What was read, packed.
  var storage: WordTable.Storage {
    WordTable.Storage(
      forms: forms, decimalMark: decimalMark, thousandsMarks: thousandsMarks, forward: forward.packed(),
      backward: backward.packed())
  }

  mutating func read(_ file: String) {
    line = 0
    for text in file.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      read(line: FieldText.trimmed(Array(text)[...]))
    }
  }

  private mutating func read(line text: ArraySlice<UInt8>) {
    guard let first = text.first, first != 0x23 else { return }
    guard let colon = text.firstIndex(of: 0x3A) else { return fault("no colon after the class") }
    let name = String(decoding: text[..<colon], as: UTF8.self)
    let fields = FieldText.list(text[(colon + 1)...])
    switch name {
    case "code": return
    case "number.decimal":
      guard let mark = fields.first?.first else { return fault("no decimal mark") }
      decimalMark = mark
    case "number.thousands":
      thousandsMarks = fields.compactMap {
        $0.elementsEqual("space".utf8) ? 0x20 : FoldedText(bytes: Array($0)).bytes.first
      }
    default:
      guard let cue = Cue.named[name] else { return fault("no class '\(name)'") }
      for field in fields { add(field, cue) }
    }
  }

  private mutating func add(_ field: ArraySlice<UInt8>, _ cue: Cue) {
    var text = field
    var value: String?
    if let equals = field.lastIndex(of: 0x3D), equals > field.startIndex {
      let after = field[(equals + 1)...]
      if !after.isEmpty, !after.contains(0x20) {
        value = String(decoding: after, as: UTF8.self)
        text = FieldText.trimmed(field[..<equals])
      }
    }
    guard let gap = FieldText.gap(in: text) else { return insert(text, cue, value, gapEnd: nil) }
    let before = forms.count
    insert(FieldText.trimmed(text[gap.upperBound...]), cue, value, [.gapEnd], gapEnd: nil)
    guard forms.count > before else { return }
    insert(FieldText.trimmed(text[..<gap.lowerBound]), cue, value, gapEnd: forms.count - 1)
  }

  private mutating func insert(
    _ form: ArraySlice<UInt8>, _ cue: Cue, _ value: String?, _ given: PackedForms.Shape = [], gapEnd: Int?
  ) {
    var text = form
    var shape = given
    if text.last == 0x21 {
      text.removeLast()
      shape.insert(.exact)
    }
    if text.last == 0x2A {
      text.removeLast()
      shape.insert(.openEnd)
    }
    if text.first == 0x2A {
      text.removeFirst()
      shape.insert(.openStart)
    }
    let folded = FoldedText(bytes: Array(text)).bytes
    guard !folded.isEmpty else { return fault("a form of '\(cue.rawValue)' without letters") }
    guard text.count < 256 else { return fault("a form of '\(cue.rawValue)' longer than 255 bytes") }
    forms.append(cue, value, shape, exact: shape.contains(.exact) ? Array(text) : [], gapEnd: gapEnd)
    if shape.contains(.openStart) {
      backward.insert(folded.reversed(), forms.count - 1)
    } else {
      forward.insert(folded, forms.count - 1)
    }
  }

  private mutating func fault(_ what: String) { faults.append(WordTable.Fault("line \(line): \(what)")) }
}
