import Foundation
import Reading

/// The file whose name FUZZ_NAME gives (`a.html`, `a.warc`, …), empty for standard input, with the fuzzer's bytes in it.
private let name: String? = {
  let name = ProcessInfo.processInfo.environment["FUZZ_NAME"] ?? ""
  return name.isEmpty ? nil : name
}()

/// Called by libFuzzer for each input; whatever the bytes, there is an article with a text, or an error.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  // PDF files go to another program, which has fuzzers of its own.
  if bytes.starts(with: "%PDF-".utf8) { return -1 }
  guard let read = try? ArticleReader().read(bytes: bytes, name: name) else { return 0 }
  for article in read { precondition(!article.article.text.isEmpty, "an article without a text") }
  return 0
}
