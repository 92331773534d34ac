/// A field of a statement's row as SQLite holds it, before anything is made of it.
///
/// The bytes of a text are UTF-8 and are there only until the next row.
public enum RawField {
  /// SQL's NULL.
  case null
  /// A 64-bit integer.
  case integer(Int64)
  /// A double.
  case real(Double)
  /// A text.
  case text(UnsafeBufferPointer<UInt8>)
}
