package dev.wasmledger.component.validation;

import dev.wasmledger.component.Features;
import dev.wasmledger.component.internal.core.CoreModuleValidator;
import dev.wasmledger.component.internal.core.CoreTypeGroups;
import dev.wasmledger.component.type.CoreModuleType;
import dev.wasmledger.wit.diagnostic.ByteOffset;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.util.List;

/** Core modules that stand in no component. */
public final class CoreModules {

    private CoreModules() {}

    /**
     * Validates a core module as one that is to stand in a component, where no two imports have the same names.
     *
     * @param place where it begins
     * @return what it imports and exports
     * @throws DiagnosticException if it is malformed or invalid, or two of its imports have the same names
     */
    public static CoreModuleType typeInComponent(ByteOffset place, byte[] bytes, Features features) {
        var validator = validate(place, bytes, features);
        validator.duplicateImport().ifPresent(duplicate -> {
            throw new DiagnosticException(duplicate);
        });
        return validator.type();
    }

    /**
     * Validates a core module.
     *
     * @param place where it begins
     * @return what it imports and exports
     * @throws DiagnosticException if it is malformed or invalid
     */
    public static CoreModuleType typeOf(ByteOffset place, byte[] bytes, Features features) {
        return validate(place, bytes, features).type();
    }

    private static CoreModuleValidator validate(ByteOffset place, byte[] bytes, Features features) {
        var validator = CoreModuleValidator.validate(place, bytes, features, new CoreTypeGroups(features));
        List<Diagnostic> problems = validator.validateCode();
        if (!problems.isEmpty()) {
            throw new DiagnosticException(problems);
        }
        return validator;
    }
}
