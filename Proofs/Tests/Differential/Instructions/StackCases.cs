using System.Reflection;
using Mono.Cecil.Cil;

namespace Verify.Proofs.Tests.Differential.Instructions;

/// <summary>Instructions that use the evaluation stack alone, on all kinds of operands.</summary>
internal static class StackCases
{
    private static readonly Dictionary<Code, OpCode> ByCode = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(opcode => opcode.Code);

    public static OpCode Of(Code code) => ByCode[code];

    public static void AddTo(CaseWriter cases)
    {
        foreach (var (code, operands) in Rules.All)
        {
            foreach (OperandKind first in CaseWriter.Kinds)
            {
                if (operands == 1)
                {
                    cases.Add(code, $"{first}", Rules.ResultOf(code, first), method =>
                    {
                        method.Push(first);
                        Execute(method, code);
                    });
                    continue;
                }

                foreach (OperandKind second in CaseWriter.Kinds.Where(second => !Rules.IsOpen(code, first, second)))
                {
                    cases.Add(code, $"{first}, {second}", Rules.ResultOf(code, first, second), method =>
                    {
                        method.Push(first);
                        PushSecond(method, code, second);
                        Execute(method, code);
                    });
                }
            }
        }

        foreach (var (code, _) in Rules.All.Where(known => known.Operands == 2 && Rules.IsUnsigned(known.Code)))
        {
            AddBesideConstant(cases, code);
        }

        foreach (Code shift in (Code[])[Code.Shl, Code.Shr, Code.Shr_Un])
        {
            AddShift(cases, shift);
        }

        AddLeave(cases);
        foreach (OperandKind kind in CaseWriter.Kinds)
        {
            cases.Add(Code.Ret, $"{kind}", kind == OperandKind.Int64 ? kind : null, method =>
            {
                method.Push(kind);
                method.Emit(OpCodes.Ret);
                method.Push(OperandKind.Int64);
            });
        }
    }

    // A non-negative constant has one widening, for example the zero that a length is compared with.
    private static void AddBesideConstant(CaseWriter cases, Code code)
    {
        OperandKind? result = Rules.ResultOf(code, OperandKind.Native, OperandKind.Native);
        cases.Add(code, "Native, 5", result, method =>
        {
            method.Push(OperandKind.Native);
            method.Emit(OpCodes.Ldc_I4_5);
            Execute(method, code);
        });
        cases.Add(code, "5, Native", result, method =>
        {
            method.Emit(OpCodes.Ldc_I4_5);
            method.Push(OperandKind.Native);
            Execute(method, code);
        });
    }

    // Overflow of a product of two variables is too hard for the solver: one factor is an edge value.
    private static void PushSecond(MethodWriter method, Code code, OperandKind kind)
    {
        if (code is not (Code.Mul_Ovf or Code.Mul_Ovf_Un)
            || kind is not (OperandKind.Int32 or OperandKind.Int64 or OperandKind.Native))
        {
            method.Push(kind);
            return;
        }

        method.Either(
            () => method.Either(() => method.Emit(OpCodes.Ldc_I4_M1), () => method.Emit(OpCodes.Ldc_I4_0)),
            () => method.Either(() => method.Emit(OpCodes.Ldc_I4_3), () => method.Emit(OpCodes.Ldc_I4, int.MinValue)));
        if (kind == OperandKind.Int64)
        {
            method.Emit(OpCodes.Conv_I8);
        }
        else if (kind == OperandKind.Native)
        {
            method.Emit(OpCodes.Conv_I);
        }
    }

    private static void AddLeave(CaseWriter cases) => cases.Add(Code.Leave, "", OperandKind.Int32, method =>
    {
        VariableDefinition local = method.Local(cases.Types.Module.TypeSystem.Int32);
        Instruction start = MethodWriter.Label();
        Instruction handler = MethodWriter.Label();
        Instruction end = MethodWriter.Label();
        method.Mark(start);
        method.Push(OperandKind.Int32);
        method.Emit(OpCodes.Stloc, local);
        method.Emit(OpCodes.Leave, end);
        method.Mark(handler);
        method.Emit(OpCodes.Ldloc, local);
        method.Emit(OpCodes.Not);
        method.Emit(OpCodes.Stloc, local);
        method.Emit(OpCodes.Endfinally);
        method.Mark(end);
        method.Emit(OpCodes.Ldloc, local);
        method.AddFinally(start, handler, end);
    });

    private static void Execute(MethodWriter method, Code code)
    {
        if (code is Code.Dup or Code.Pop)
        {
            method.Emit(OpCodes.Dup);
            method.Emit(OpCodes.Pop);
        }
        else if (Rules.IsBranch(code))
        {
            Branch(method, code);
        }
        else
        {
            method.Emit(ByCode[code]);
        }
    }

    private static void Branch(MethodWriter method, Code code)
    {
        Instruction[] targets = [MethodWriter.Label(), MethodWriter.Label()];
        Instruction end = MethodWriter.Label();
        if (code == Code.Switch)
        {
            method.Emit(ByCode[code], targets);
        }
        else
        {
            method.Emit(ByCode[code], targets[0]);
        }

        method.Emit(OpCodes.Ldc_I4_0);
        method.Emit(OpCodes.Br, end);
        method.Mark(targets[0]);
        method.Emit(OpCodes.Ldc_I4_1);
        method.Emit(OpCodes.Br, end);
        method.Mark(targets[1]);
        method.Emit(OpCodes.Ldc_I4_2);
        method.Mark(end);
    }

    // By less than the operand's width: IL does not define other shifts.
    private static void AddShift(CaseWriter cases, Code code)
    {
        foreach (OperandKind first in CaseWriter.Kinds)
        {
            foreach (OperandKind second in CaseWriter.Kinds)
            {
                cases.Add(code, $"{first}, {second}", Rules.ShiftOf(first, second), method =>
                {
                    method.Push(first);
                    method.Push(second);
                    if (second is OperandKind.Int32 or OperandKind.Native)
                    {
                        method.Emit(OpCodes.Ldc_I4, first == OperandKind.Int32 ? 31 : 63);
                        method.Emit(OpCodes.And);
                    }

                    method.Emit(ByCode[code]);
                });
            }
        }
    }
}
