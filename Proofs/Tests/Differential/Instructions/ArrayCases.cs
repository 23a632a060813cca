using Mono.Cecil.Cil;

namespace Verify.Proofs.Tests.Differential.Instructions;

/// <summary>Arrays with elements of each type, accessed as each type, with an index of each kind.</summary>
internal static class ArrayCases
{
    public static void AddTo(CaseWriter cases)
    {
        foreach (MemoryType element in cases.Types.Memory)
        {
            foreach (MemoryType named in cases.Types.Memory)
            {
                AddNamed(cases, element, named);
            }

            foreach (var (load, store, width, kind) in Indexed)
            {
                var isLike = element.Kind == kind && element.Width == width;
                AddLoad(cases, load, element, isLike, OperandKind.Int32, method => method.Emit(StackCases.Of(load)));
                if (store is { } code)
                {
                    AddStore(cases, code, element, kind, isLike, method => method.Emit(StackCases.Of(code)));
                }
            }
        }

        MemoryType integer = cases.Types.Memory.Single(memory => memory.Type.Name == nameof(Int32));
        foreach (OperandKind index in CaseWriter.Kinds)
        {
            var isIndex = index is OperandKind.Int32 or OperandKind.Native;
            AddLoad(cases, Code.Ldelem_I4, integer, isIndex, index, method => method.Emit(OpCodes.Ldelem_I4));
            AddNew(cases, integer, index, isIndex);
            AddNoArray(cases, index, integer);
        }
    }

    private static IEnumerable<(Code Load, Code? Store, int Width, OperandKind Kind)> Indexed =>
    [
        (Code.Ldelem_I1, Code.Stelem_I1, 8, OperandKind.Int32), (Code.Ldelem_U1, null, 8, OperandKind.Int32),
        (Code.Ldelem_I2, Code.Stelem_I2, 16, OperandKind.Int32), (Code.Ldelem_U2, null, 16, OperandKind.Int32),
        (Code.Ldelem_I4, Code.Stelem_I4, 32, OperandKind.Int32), (Code.Ldelem_U4, null, 32, OperandKind.Int32),
        (Code.Ldelem_I8, Code.Stelem_I8, 64, OperandKind.Int64), (Code.Ldelem_I, Code.Stelem_I, 64, OperandKind.Native),
        (Code.Ldelem_Ref, Code.Stelem_Ref, 0, OperandKind.Object),
    ];

    private static void AddNamed(CaseWriter cases, MemoryType element, MemoryType named)
    {
        var isLike = element.IsLike(named);
        AddLoad(
            cases, Code.Ldelem_Any, element, isLike, OperandKind.Int32,
            method => method.Emit(OpCodes.Ldelem_Any, named.Type), named);
        AddStore(
            cases, Code.Stelem_Any, element, named.Kind, isLike,
            method => method.Emit(OpCodes.Stelem_Any, named.Type), named);
        AddLoad(
            cases, Code.Ldelema, element, isLike, OperandKind.Int32,
            method =>
            {
                method.Emit(OpCodes.Ldelema, named.Type);
                method.Emit(OpCodes.Ldobj, named.Type);
            },
            named);
    }

    private static void AddLoad(
        CaseWriter cases, Code code, MemoryType element, bool isDefined, OperandKind index, Action<MethodWriter> load,
        MemoryType? named = null) =>
        cases.Add(
            code, $"{element.Type.Name} as {named?.Type.Name} at {index}", isDefined ? element.Kind : null, method =>
            {
                method.Emit(OpCodes.Ldloc, Filled(method, element));
                method.Push(index);
                load(method);
            });

    private static void AddStore(
        CaseWriter cases, Code code, MemoryType element, OperandKind kind, bool isDefined, Action<MethodWriter> store,
        MemoryType? named = null) =>
        cases.Add(
            code, $"{kind} in {element.Type.Name} as {named?.Type.Name}", isDefined ? element.Kind : null, method =>
            {
                VariableDefinition array = Filled(method, element);
                method.Emit(OpCodes.Ldloc, array);
                method.Push(OperandKind.Int32);
                method.Push(kind);
                store(method);
                method.Emit(OpCodes.Ldloc, array);
                method.Emit(OpCodes.Ldc_I4_1);
                method.Emit(OpCodes.Ldelem_Any, element.Type);
            });

    // The executor needs a known length.
    private static void AddNew(CaseWriter cases, MemoryType element, OperandKind length, bool isDefined) =>
        cases.Add(Code.Newarr, $"{length} long", isDefined ? OperandKind.Int32 : null, method =>
        {
            if (isDefined)
            {
                method.Either(
                    () => method.Emit(OpCodes.Ldc_I4_M1),
                    () => method.Either(() => method.Emit(OpCodes.Ldc_I4_0), () => method.Emit(OpCodes.Ldc_I4_3)));
            }
            else
            {
                method.Push(length);
            }

            if (length == OperandKind.Native)
            {
                method.Emit(OpCodes.Conv_I);
            }

            method.Emit(OpCodes.Newarr, element.Type);
            method.Emit(OpCodes.Ldlen);
            method.Emit(OpCodes.Conv_I4);
        });

    private static void AddNoArray(CaseWriter cases, OperandKind kind, MemoryType element)
    {
        cases.Add(Code.Ldlen, $"{kind}", null, method =>
        {
            method.Push(kind);
            method.Emit(OpCodes.Ldlen);
        });
        cases.Add(Code.Ldelema, $"{kind} as array", null, method =>
        {
            method.Push(kind);
            method.Emit(OpCodes.Ldc_I4_0);
            method.Emit(OpCodes.Ldelema, element.Type);
        });
        cases.Add(Code.Stelem_I4, $"{kind} as array", null, method =>
        {
            method.Push(kind);
            method.Emit(OpCodes.Ldc_I4_0);
            method.Emit(OpCodes.Ldc_I4_0);
            method.Emit(OpCodes.Stelem_I4);
        });
    }

    // Two elements; an input determines the second.
    private static VariableDefinition Filled(MethodWriter method, MemoryType element)
    {
        VariableDefinition array = method.Local(new Mono.Cecil.ArrayType(element.Type));
        method.Emit(OpCodes.Ldc_I4_2);
        method.Emit(OpCodes.Newarr, element.Type);
        method.Emit(OpCodes.Stloc, array);
        method.Emit(OpCodes.Ldloc, array);
        method.Emit(OpCodes.Ldc_I4_1);
        MemoryCases.PushValue(method, element);
        method.Emit(OpCodes.Stelem_Any, element.Type);
        return array;
    }
}
