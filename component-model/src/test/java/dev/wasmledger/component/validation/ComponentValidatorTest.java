package dev.wasmledger.component.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.wasmledger.component.Features;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.wit.diagnostic.ByteOffset;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much is said of an invalid component, and where. */
class ComponentValidatorTest {

    /** {@code (type (instance (export "a" (type (sub resource))) (export "B_" (type (sub resource)))))}. */
    @Test
    void theDeclaratorIsThePlace() {
        List<Diagnostic> found = diagnostics("0061736d0d0001000710014202040001610301040002425f0301");
        assertThat(found)
                .extracting(Diagnostic::id, ComponentValidatorTest::offset)
                .containsExactly(tuple(Rule.NAME_KEBAB_CASE.id(), 0x13L));
    }

    /**
     * An import and an export with bad names, and two functions with bad code; the export of the bad import would be right
     * but for that, and nothing is said of it.
     */
    @Test
    void allIsSaidInOneGoAndNothingThatOnlyFollows() {
        List<Diagnostic> found =
                diagnostics("0061736d0d000100070501400001000a120200074261645f4f6e65010000026f6b01000b17"
                        + "020005616761696e01000000074261645f54776f01010001220061736d010000000108026000017f60000003030200010a0902"
                        + "02000b04006a1a0b00200e636f6d706f6e656e742d6e616d650108010200016601016701050301000174");
        assertThat(found)
                .extracting(Diagnostic::id, ComponentValidatorTest::offset)
                .containsExactly(
                        tuple(Rule.NAME_KEBAB_CASE.id(), 0x12L),
                        tuple(Rule.NAME_KEBAB_CASE.id(), 0x30L),
                        tuple(Rule.CORE_STACK_TYPE.id(), 0x5bL),
                        tuple(Rule.CORE_STACK_TYPE.id(), 0x5eL));
    }

    private static List<Diagnostic> diagnostics(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        return catchThrowableOfType(
                        DiagnosticException.class,
                        () -> ComponentValidator.validate(
                                "test.wasm", ComponentDecoder.decode("test.wasm", bytes), Features.DEFAULT))
                .diagnostics();
    }

    private static long offset(Diagnostic diagnostic) {
        return ((ByteOffset) diagnostic.primary()).offset();
    }
}
