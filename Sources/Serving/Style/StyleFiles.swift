import Hummingbird

/// The style sheet, the script and the icon, each under an address that changes with what is in it, so that browsers
/// keep them for as long as they like.
enum StyleFiles {
  /// A file with its address.
  struct File: Sendable {
    let address: Address
    let path: RouterPath
    let type: String
    let text: String

    fileprivate init(_ name: String, type: String, text: String) {
      let dot = name.firstIndex(of: ".") ?? name.endIndex
      let file = "\(name[..<dot])-\(Self.fingerprint(of: text))\(name[dot...])"
      address = Address("/style", file)
      path = RouterPath("/style/" + file)
      self.type = type
      self.text = text
    }

    /// FNV-1a, 64 bits: it need only tell one version from another.
    private static func fingerprint(of text: String) -> String {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      return String(hash, radix: 16)
    }
  }

  static let sheet = File("site.css", type: "text/css; charset=utf-8", text: embedded("site.css"))
  static let script = File("site.js", type: "text/javascript; charset=utf-8", text: embedded("site.js"))
  static let icon = File(
    "icon.svg", type: "image/svg+xml",
    text: """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="4" fill="#1f6fb2"/>\
      <path d="M9 2 4 9h3l-1 5 6-7.5H8.500z" fill="#fff"/></svg>
      """)

  /// Adds them to a router.
  static func add(to router: some RouterMethods<some RequestContext>) {
    for file in [sheet, script, icon] {
      router.get(file.path) { _, _ in
        Response(
          status: .ok,
          headers: [.contentType: file.type, .cacheControl: "public, max-age=31536000, immutable"],
          body: ResponseBody(byteBuffer: ByteBuffer(string: file.text)))
      }
    }
  }

  private static func embedded(_ name: String) -> String {
    EmbeddedFiles.all.first { "\($0.name)" == name }.map { "\($0.text)" } ?? ""
  }
}
