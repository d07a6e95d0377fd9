package dev.wasmledger.wit;

import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.util.Optional;

/**
 * Reads WIT packages in binary form, as {@code deps} may hold them beside text. (WIT.md, "Package format".)
 *
 * <p>{@link WitLoader} finds it with {@link java.util.ServiceLoader}: this module knows nothing of WebAssembly.
 */
public interface BinaryWitReader {

    /**
     * The package that a binary is the form of, as root, with what it says of the packages that it uses. All features
     * that it was made with are on.
     *
     * @param fileName what diagnostics are to call it
     * @return empty if the binary is a component or core module that stands for no package
     * @throws DiagnosticException if it is none of these
     */
    Optional<ResolvedWit> readPackage(String fileName, byte[] binary);
}
