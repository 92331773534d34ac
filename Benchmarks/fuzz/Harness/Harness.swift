import Foundation
import Reading

/// The file whose name FUZZ_NAME gives (`a.html`, `a.warc`, …), empty for standard input, with the fuzzer's bytes in it.
private let name: String? = {
  let name = ProcessInfo.processInfo.environment["FUZZ_NAME"] ?? ""
  return name.isEmpty ? nil : name
}()

/// libFuzzer's loop; its own `main` would stand in the way of the one that SwiftPM gives to programs.
@_silgen_name("LLVMFuzzerRunDriver")
private func fuzz(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ read: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@main
enum Harness {
  static func main() {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exit(fuzz(&count, &arguments) { readOne($0, $1) })
  }
}

/// Reads one input; whatever the bytes, there is an article with a text, or an error.
private func readOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  // PDF files go to another program, which has fuzzers of its own.
  if bytes.starts(with: "%PDF-".utf8) { return -1 }
  guard let read = try? ArticleReader().read(bytes: bytes, name: name) else { return 0 }
  for article in read { precondition(!article.article.text.isEmpty, "an article without a text") }
  return 0
}
