package dev.wasmledger.component.model;

/** A type definition (Binary.md, {@code deftype}). */
public sealed interface TypeDef extends Definition, Declarator
        permits ValTypeDef, FuncTypeDef, ComponentTypeDef, InstanceTypeDef, ResourceTypeDef {}
