using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Verify.Proofs.Tests.Differential.Instructions;

/// <summary>Fields of objects and structs; boxes with values of each type, unboxed as each type; type tests.</summary>
internal static class ObjectCases
{
    public static void AddTo(CaseWriter cases)
    {
        List<MemoryType> values = [.. cases.Types.Memory.Where(memory => memory.Kind != OperandKind.Object)];
        foreach (MemoryType boxed in values)
        {
            foreach (MemoryType wanted in values)
            {
                AddUnboxing(cases, boxed, wanted);
            }
        }

        foreach (OperandKind kind in CaseWriter.Kinds)
        {
            AddBoxing(cases, values, kind);
            AddOnAnything(cases, values, kind);
            AddFields(cases, kind);
        }

        // An integer is not a struct, even if it is as wide as the first field.
        cases.Add(Code.Ldfld, "field of a struct in an integer", null, method =>
        {
            method.Push(OperandKind.Reference);
            method.Emit(OpCodes.Ldfld, cases.Types.FirstOfStruct);
        });
    }

    private static void AddUnboxing(CaseWriter cases, MemoryType boxed, MemoryType wanted)
    {
        var operands = $"{boxed.Type.Name} as {wanted.Type.Name}";
        cases.Add(Code.Unbox_Any, operands, wanted.Kind, method =>
        {
            PushBox(method, boxed);
            method.Emit(OpCodes.Unbox_Any, wanted.Type);
        });
        cases.Add(Code.Unbox, operands, wanted.Kind, method =>
        {
            PushBox(method, boxed);
            method.Emit(OpCodes.Unbox, wanted.Type);
            method.Emit(OpCodes.Ldobj, wanted.Type);
        });
        cases.Add(Code.Isinst, operands, OperandKind.Int32, method =>
        {
            PushBox(method, boxed);
            method.Emit(OpCodes.Isinst, wanted.Type);
            method.Emit(OpCodes.Ldnull);
            method.Emit(OpCodes.Cgt_Un);
        });
    }

    private static void AddBoxing(CaseWriter cases, List<MemoryType> values, OperandKind kind)
    {
        foreach (MemoryType memory in values)
        {
            cases.Add(Code.Box, $"{kind} as {memory.Type.Name}", kind == memory.Kind ? kind : null, method =>
            {
                PushOperand(method, memory, kind);
                method.Emit(OpCodes.Box, memory.Type);
                method.Emit(OpCodes.Unbox_Any, memory.Type);
            });
        }
    }

    private static void AddOnAnything(CaseWriter cases, List<MemoryType> values, OperandKind kind)
    {
        var isObject = kind is OperandKind.Object or OperandKind.Null;
        foreach (Code code in (Code[])[Code.Isinst, Code.Castclass])
        {
            foreach (TypeReference type in (TypeReference[])[cases.Types.Class, cases.Types.Module.TypeSystem.String])
            {
                cases.Add(code, $"{kind} as {type.Name}", isObject ? OperandKind.Object : null, method =>
                {
                    method.Push(kind);
                    method.Emit(StackCases.Of(code), type);
                });
            }
        }

        cases.Add(Code.Throw, $"{kind}", null, method =>
        {
            method.Push(kind);
            method.Emit(OpCodes.Throw);
        });
        foreach (MemoryType memory in values)
        {
            cases.Add(Code.Unbox_Any, $"{kind} as {memory.Type.Name}", isObject ? memory.Kind : null, method =>
            {
                method.Push(kind);
                method.Emit(OpCodes.Unbox_Any, memory.Type);
            });
        }
    }

    private static void AddFields(CaseWriter cases, OperandKind kind)
    {
        InstructionTypes types = cases.Types;
        OperandKind? ofObject = kind is OperandKind.Object or OperandKind.Null ? OperandKind.Int32 : null;
        cases.Add(Code.Ldfld, $"{kind} of a class", ofObject, method =>
        {
            method.Push(kind);
            method.Emit(OpCodes.Ldfld, types.FieldOfClass);
        });
        cases.Add(Code.Stfld, $"{kind} of a class", ofObject, method =>
        {
            method.Push(kind);
            method.Push(OperandKind.Int32);
            method.Emit(OpCodes.Stfld, types.FieldOfClass);
            method.Emit(OpCodes.Ldloc, method.Objects[0]);
            method.Emit(OpCodes.Ldfld, types.FieldOfClass);
        });
        cases.Add(Code.Ldflda, $"{kind} of a class", ofObject, method =>
        {
            method.Push(kind);
            method.Emit(OpCodes.Ldflda, types.StructOfClass);
            method.Emit(OpCodes.Ldflda, types.FirstOfStruct);
            method.Emit(OpCodes.Ldind_I4);
        });
        cases.Add(Code.Ldfld, $"{kind} of a struct", kind == OperandKind.Struct ? OperandKind.Int32 : null, method =>
        {
            method.Push(kind);
            method.Emit(OpCodes.Ldfld, types.FirstOfStruct);
        });
        cases.Add(Code.Stfld, $"{kind} in a struct", kind == OperandKind.Int32 ? kind : null, method =>
        {
            VariableDefinition whole = method.Local(types.Struct);
            method.Emit(OpCodes.Ldloca, whole);
            method.Push(kind);
            method.Emit(OpCodes.Stfld, types.FirstOfStruct);
            method.Emit(OpCodes.Ldloc, whole);
            method.Emit(OpCodes.Ldfld, types.FirstOfStruct);
        });
    }

    // A narrow integer must fit: the runtime may or may not keep the bits above.
    private static void PushOperand(MethodWriter method, MemoryType memory, OperandKind kind)
    {
        if (kind == memory.Kind)
        {
            MemoryCases.PushValue(method, memory);
        }
        else
        {
            method.Push(kind);
        }
    }

    private static void PushBox(MethodWriter method, MemoryType boxed)
    {
        MemoryCases.PushValue(method, boxed);
        method.Emit(OpCodes.Box, boxed.Type);
    }
}
