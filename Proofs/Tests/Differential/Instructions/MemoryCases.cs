using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Verify.Proofs.Tests.Differential.Instructions;

/// <summary>Local variables of each type, written with operands of each kind, and accessed by address.</summary>
internal static class MemoryCases
{
    public static void AddTo(CaseWriter cases)
    {
        foreach (MemoryType memory in cases.Types.Memory)
        {
            AddVariables(cases, memory);
            foreach (MemoryType named in cases.Types.Memory)
            {
                AddByAddress(cases, memory, named);
            }

            foreach (var (load, store, width, kind) in Indirect)
            {
                var isLike = memory.Kind == kind && memory.Width == width;
                AddLoad(cases, memory, load, isLike, method => method.Emit(StackCases.Of(load)));
                if (store is { } code)
                {
                    AddStore(cases, memory, code, kind, isLike, method => method.Emit(StackCases.Of(code)));
                }
            }
        }

        foreach (OperandKind kind in CaseWriter.Kinds.Where(kind => kind is not OperandKind.Reference))
        {
            AddNoAddress(cases, kind);
        }
    }

    /// <summary>Pushes a value of a type of memory, from an input.</summary>
    public static void PushValue(MethodWriter method, MemoryType memory)
    {
        if (memory.Kind is OperandKind.Int32 or OperandKind.Int64 or OperandKind.Struct)
        {
            method.Emit(OpCodes.Ldarg, method.Input(memory.Type));
        }
        else
        {
            method.Push(memory.Kind);
        }
    }

    private static IEnumerable<(Code Load, Code? Store, int Width, OperandKind Kind)> Indirect =>
    [
        (Code.Ldind_I1, Code.Stind_I1, 8, OperandKind.Int32), (Code.Ldind_U1, null, 8, OperandKind.Int32),
        (Code.Ldind_I2, Code.Stind_I2, 16, OperandKind.Int32), (Code.Ldind_U2, null, 16, OperandKind.Int32),
        (Code.Ldind_I4, Code.Stind_I4, 32, OperandKind.Int32), (Code.Ldind_U4, null, 32, OperandKind.Int32),
        (Code.Ldind_I8, Code.Stind_I8, 64, OperandKind.Int64), (Code.Ldind_I, Code.Stind_I, 64, OperandKind.Native),
        (Code.Ldind_Ref, Code.Stind_Ref, 0, OperandKind.Object),
    ];

    private static void AddVariables(CaseWriter cases, MemoryType memory)
    {
        foreach (OperandKind kind in CaseWriter.Kinds)
        {
            var fits = kind == memory.Kind || (kind == OperandKind.Null && memory.Kind == OperandKind.Object);
            OperandKind? result = fits ? memory.Kind : null;
            cases.Add(Code.Stloc, $"{kind} as {memory.Type.Name}", result, method =>
            {
                VariableDefinition local = method.Local(memory.Type);
                method.Push(kind);
                method.Emit(OpCodes.Stloc, local);
                method.Emit(OpCodes.Ldloc, local);
            });
            if (memory.Kind is not (OperandKind.Native or OperandKind.Object))
            {
                cases.Add(Code.Starg, $"{kind} as {memory.Type.Name}", result, method =>
                {
                    ParameterDefinition argument = method.Input(memory.Type);
                    method.Push(kind);
                    method.Emit(OpCodes.Starg, argument);
                    method.Emit(OpCodes.Ldarga, argument);
                    method.Emit(OpCodes.Ldobj, memory.Type);
                });
            }
        }
    }

    private static void AddByAddress(CaseWriter cases, MemoryType memory, MemoryType named)
    {
        var isLike = memory.IsLike(named);
        AddLoad(cases, memory, Code.Ldobj, isLike, method => method.Emit(OpCodes.Ldobj, named.Type), named);
        AddStore(
            cases, memory, Code.Stobj, named.Kind, isLike, method => method.Emit(OpCodes.Stobj, named.Type), named);
        cases.Add(Code.Initobj, $"{memory.Type.Name} as {named.Type.Name}", isLike ? memory.Kind : null, method =>
        {
            VariableDefinition local = Filled(method, memory);
            method.Emit(OpCodes.Ldloca, local);
            method.Emit(OpCodes.Initobj, named.Type);
            method.Emit(OpCodes.Ldloc, local);
        });
        cases.Add(Code.Cpobj, $"{memory.Type.Name} as {named.Type.Name}", isLike ? memory.Kind : null, method =>
        {
            VariableDefinition from = Filled(method, memory);
            VariableDefinition to = method.Local(memory.Type);
            method.Emit(OpCodes.Ldloca, to);
            method.Emit(OpCodes.Ldloca, from);
            method.Emit(OpCodes.Cpobj, named.Type);
            method.Emit(OpCodes.Ldloc, to);
        });
    }

    private static void AddLoad(
        CaseWriter cases, MemoryType memory, Code code, bool isLike, Action<MethodWriter> load,
        MemoryType? named = null) =>
        cases.Add(code, $"{memory.Type.Name} as {named?.Type.Name}", isLike ? memory.Kind : null, method =>
        {
            method.Emit(OpCodes.Ldloca, Filled(method, memory));
            load(method);
        });

    private static void AddStore(
        CaseWriter cases, MemoryType memory, Code code, OperandKind kind, bool isLike, Action<MethodWriter> store,
        MemoryType? named = null) =>
        cases.Add(code, $"{kind} in {memory.Type.Name} as {named?.Type.Name}", isLike ? memory.Kind : null, method =>
        {
            VariableDefinition local = Filled(method, memory);
            method.Emit(OpCodes.Ldloca, local);
            method.Push(kind);
            store(method);
            method.Emit(OpCodes.Ldloc, local);
        });

    private static void AddNoAddress(CaseWriter cases, OperandKind kind)
    {
        foreach (var (load, store, _, stored) in Indirect)
        {
            cases.Add(load, $"{kind} as address", null, method =>
            {
                method.Push(kind);
                method.Emit(StackCases.Of(load));
            });
            if (store is { } code)
            {
                cases.Add(code, $"{kind} as address", null, method =>
                {
                    method.Push(kind);
                    method.Push(stored);
                    method.Emit(StackCases.Of(code));
                });
            }
        }
    }

    private static VariableDefinition Filled(MethodWriter method, MemoryType memory)
    {
        VariableDefinition local = method.Local(memory.Type);
        PushValue(method, memory);
        method.Emit(OpCodes.Stloc, local);
        return local;
    }
}
