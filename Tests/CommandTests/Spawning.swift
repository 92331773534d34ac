import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Starts a program and waits for its end, without Foundation's `Process`.
///
/// That waits in a run loop, and many tests that wait at once on few cores can lose an end and wait for ever.
enum Spawning {
  /// Runs an executable in a folder, its standard streams in files, and gives its exit status.
  static func status(
    of executable: String, _ arguments: [String], in folder: String, environment: [String: String],
    input: String = "/dev/null", output: String, notes: String
  ) throws -> Int32 {
    let script = "cd \"$1\" && in=$2 out=$3 err=$4 && shift 4 && exec \"$@\" <\"$in\" >\"$out\" 2>>\"$err\""
    let words = ["/bin/sh", "-c", script, "sh", folder, input, output, notes, executable] + arguments
    var argv = words.map { strdup($0) } + [nil]
    var envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var child = pid_t()
    let code = posix_spawn(&child, "/bin/sh", nil, nil, &argv, &envp)
    guard code == 0 else { throw CocoaError(.executableLoad) }
    var state: Int32 = 0
    while waitpid(child, &state, 0) < 0, errno == EINTR {}
    return state & 0x7F == 0 ? (state >> 8) & 0xFF : 128 + (state & 0x7F)
  }
}

/// A program that was started and may be ended before its time.
final class RunningProgram {
  private let child: pid_t

  /// Starts an executable in a folder, its output and notes in files there.
  init(_ arguments: [String], in folder: Folder, output: String = "stdout", notes: String = "stderr") throws {
    let words =
      [
        "/bin/sh", "-c",
        "cd \"$1\" && out=$2 err=$3 && shift 3 && exec \"$@\" </dev/null >\"$out\" 2>\"$err\"", "sh",
        folder.url.path(percentEncoded: false), output, notes, Program.path.path(percentEncoded: false),
      ] + arguments
    var argv = words.map { strdup($0) } + [nil]
    var envp: [UnsafeMutablePointer<CChar>?] = [strdup("PATH=/usr/bin:/bin"), nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var child = pid_t()
    // Threads of a test may have signals blocked, and a child inherits that.
    var attributes = posix_spawnattr_t()
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    guard posix_spawn(&child, "/bin/sh", nil, &attributes, &argv, &envp) == 0 else {
      throw CocoaError(.executableLoad)
    }
    self.child = child
  }

  /// Sends it a signal.
  func send(_ signal: Int32) { kill(child, signal) }

  /// Waits for its end and gives its exit status; 128 and the signal's number where one ended it.
  func wait() -> Int32 {
    var state: Int32 = 0
    while waitpid(child, &state, 0) < 0, errno == EINTR {}
    return state & 0x7F == 0 ? (state >> 8) & 0xFF : 128 + (state & 0x7F)
  }
}
