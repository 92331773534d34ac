/// The `Name: value` lines that head a record of an archive and a message of HTTP.
struct HeaderFields {
  /// The first line, which says what it is: `WARC/1.1`, `HTTP/1.1 200 OK`.
  let first: String
  private var fields: [String: String] = [:]

  /// Makes fields of lines without their ends.
  ///
  /// A line that begins with a space goes on with the one before.
  init(first: ArraySlice<UInt8>, lines: [ArraySlice<UInt8>]) {
    self.first = String(decoding: first, as: UTF8.self)
    var last: String?
    for line in lines {
      if line.first == 0x20 || line.first == 0x09, let name = last {
        fields[name, default: ""] += " " + PastedText.trimmed(String(decoding: line, as: UTF8.self))
        continue
      }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = PastedText.trimmed(String(decoding: line[..<colon], as: UTF8.self)).lowercased()
      last = fields[name] == nil ? name : nil
      if last != nil {
        fields[name] = PastedText.trimmed(String(decoding: line[(colon + 1)...], as: UTF8.self))
      }
    }
  }

  /// The first value of a name, which is compared without regard to case.
  subscript(name: String) -> String? { fields[name.lowercased()] }
}
