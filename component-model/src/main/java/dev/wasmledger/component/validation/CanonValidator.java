package dev.wasmledger.component.validation;

import dev.wasmledger.component.CoreTypeText;
import dev.wasmledger.component.Feature;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.abi.Flattening;
import dev.wasmledger.component.abi.PointerType;
import dev.wasmledger.component.model.Canon;
import dev.wasmledger.component.model.CanonOpt;
import dev.wasmledger.component.type.CoreExternType;
import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.CoreSubType;
import dev.wasmledger.component.type.Field;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.ValType;
import java.util.List;
import java.util.Optional;

/** Checks lifts and lowers and gives what they define its type (CanonicalABI.md, "Canonical Definitions"). */
final class CanonValidator {

    private static final CoreNumType I32 = CoreNumType.I32;
    private static final CoreFuncType CALLBACK = new CoreFuncType(List.of(I32, I32, I32), List.of(I32));

    private final Problems problems;
    private final TypeFacts facts;
    private final TypeResolver types;
    private final CoreTypeResolver coreTypes;
    private final BuiltinValidator builtins;
    private final Flattening memory32 = Flattening.remembering(PointerType.I32);
    private final Flattening memory64 = Flattening.remembering(PointerType.I64);

    CanonValidator(Problems problems, TypeFacts facts, TypeResolver types, CoreTypeResolver coreTypes) {
        this.problems = problems;
        this.facts = facts;
        this.types = types;
        this.coreTypes = coreTypes;
        this.builtins = new BuiltinValidator(problems, facts, types, coreTypes);
    }

    /** Adds a function for a lift and a core function for everything else. */
    void canon(Canon canon, Scope scope) {
        switch (canon) {
            case Canon.Lift lift -> scope.funcs.add(lift(lift, scope));
            case Canon.Lower lower -> scope.coreFuncs.add(new CoreExternType.Func(lower(lower, scope)));
            case Canon.TaskReturn(var result, var options) ->
                scope.coreFuncs.add(
                        new CoreExternType.Func(taskReturn(result.map(t -> types.valType(t, scope)), options, scope)));
            default -> scope.coreFuncs.add(new CoreExternType.Func(builtins.coreFunc(canon, scope)));
        }
    }

    private FuncType lift(Canon.Lift lift, Scope scope) {
        FuncType type = types.funcType(lift.type(), scope);
        CoreFuncType found = scope.coreFuncs.get(lift.func()).type();
        CanonOptions options = options(lift.options(), scope);
        checkLiftOptions(options, found);
        requireAsyncType(options, type);
        if (options.gc()) {
            new GcLowering(options.encoding(), problems).check(type, found);
            return type;
        }
        boolean paramsInMemory = flattening(options).flatCount(type.paramTypes()) > Flattening.MAX_FLAT_PARAMS;
        options.requireRealloc(paramsInMemory || type.paramTypes().stream().anyMatch(facts::usesMemory), problems);
        // An async function's result goes out as the parameter of task.return.
        int maxResults = options.async() ? Flattening.MAX_FLAT_PARAMS : Flattening.MAX_FLAT_RESULTS;
        options.requireMemory(resultUsesMemory(type, options, maxResults), problems);
        var mode = new Flattening.Mode(options.async(), options.callback().isPresent());
        requireSignature(flattening(options).flattenFuncType(type, Flattening.Context.LIFT, mode), found);
        return type;
    }

    private void checkLiftOptions(CanonOptions options, CoreFuncType core) {
        options.postReturn()
                .ifPresent(postReturn -> problems.require(
                        postReturn.equals(new CoreFuncType(core.results(), List.of())),
                        Rule.POST_RETURN_SIGNATURE,
                        "canonical option `post-return` uses a core function with an incorrect signature"));
        if (options.async() && options.callback().isEmpty()) {
            problems.requireFeature(Feature.CM_ASYNC_STACKFUL, "`async` without a `callback`");
        }
        options.callback()
                .ifPresent(callback -> problems.require(
                        callback.equals(CALLBACK),
                        Rule.CALLBACK_SIGNATURE,
                        "canonical option `callback` uses a core function with an incorrect signature"));
        problems.require(
                options.coreType().isEmpty(),
                Rule.CORE_TYPE_FORBIDDEN,
                "canonical option `core-type` is not allowed in `canon lift`");
    }

    private void requireAsyncType(CanonOptions options, FuncType type) {
        problems.require(
                !options.async() || type.async(),
                Rule.ASYNC_OF_SYNC_TYPE,
                "the `async` canonical option requires an async function type");
    }

    private void requireSignature(CoreFuncType expected, CoreFuncType found) {
        String difference = "the lowered type is " + CoreTypeText.of(expected) + ", and this core function's is "
                + CoreTypeText.of(found);
        problems.require(found.params().equals(expected.params()), Rule.LIFT_PARAMETERS, difference);
        problems.require(found.results().equals(expected.results()), Rule.LIFT_RESULTS, difference);
    }

    private CoreSubType lower(Canon.Lower lower, Scope scope) {
        FuncType type = scope.funcs.get(lower.func());
        CanonOptions options = options(lower.options(), scope);
        options.requireLowering("lowerings", problems);
        requireAsyncType(options, type);
        if (options.gc()) {
            return lowerGc(type, options);
        }
        int maxParams = options.async() ? Flattening.MAX_FLAT_ASYNC_PARAMS : Flattening.MAX_FLAT_PARAMS;
        boolean paramsUseMemory = flattening(options).flatCount(type.paramTypes()) > maxParams
                || type.paramTypes().stream().anyMatch(facts::usesMemory);
        options.requireMemory(paramsUseMemory, problems);
        options.requireRealloc(type.result().filter(facts::usesMemory).isPresent(), problems);
        options.requireMemory(
                resultUsesMemory(type, options, Flattening.MAX_FLAT_RESULTS)
                        || (options.async() && type.result().isPresent()),
                problems);
        return CoreSubType.of(flattening(options)
                .flattenFuncType(type, Flattening.Context.LOWER, new Flattening.Mode(options.async(), false)));
    }

    private CoreSubType lowerGc(FuncType type, CanonOptions options) {
        CoreSubType coreType = options.coreType().orElseThrow();
        new GcLowering(options.encoding(), problems).check(type, (CoreFuncType) coreType.composite());
        return coreType;
    }

    private CoreSubType taskReturn(Optional<ValType> result, List<CanonOpt> given, Scope scope) {
        problems.requireFeature(Feature.CM_ASYNC, "`task.return`");
        CanonOptions options = options(given, scope);
        options.requireNoRealloc("`task.return`", problems);
        options.requireLowering("`task.return`", problems);
        options.requireSync("`task.return`", problems);
        var func =
                new FuncType(false, result.map(t -> List.of(new Field("v", t))).orElse(List.of()), Optional.empty());
        if (options.gc()) {
            return lowerGc(func, options);
        }
        boolean inMemory = flattening(options).flatCount(func.paramTypes()) > Flattening.MAX_FLAT_PARAMS;
        options.requireMemory(inMemory || func.paramTypes().stream().anyMatch(facts::usesMemory), problems);
        return CoreSubType.of(
                flattening(options).flattenFuncType(func, Flattening.Context.LOWER, Flattening.Mode.SYNC));
    }

    private CanonOptions options(List<CanonOpt> options, Scope scope) {
        return CanonOptions.of(options, scope, coreTypes, problems);
    }

    private boolean resultUsesMemory(FuncType type, CanonOptions options, int maxFlat) {
        return type.result()
                .filter(result ->
                        facts.usesMemory(result) || flattening(options).flatCount(List.of(result)) > maxFlat)
                .isPresent();
    }

    private Flattening flattening(CanonOptions options) {
        return options.pointer() == PointerType.I64 ? memory64 : memory32;
    }
}
