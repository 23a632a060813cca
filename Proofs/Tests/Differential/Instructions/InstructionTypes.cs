using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Verify.Proofs.Tests.Differential.Instructions;

/// <summary>A module with a class, a struct and an enum as operands of instructions.</summary>
internal sealed class InstructionTypes
{
    public InstructionTypes(ModuleDefinition module)
    {
        Module = module;
        TypeSystem simple = module.TypeSystem;
        TypeReference valueType = module.ImportReference(typeof(ValueType));
        Struct = Type("Part", valueType, TypeAttributes.Sealed | TypeAttributes.SequentialLayout);
        FirstOfStruct = Field(Struct, "First", simple.Int32);
        SecondOfStruct = Field(Struct, "Second", simple.Int16);
        Class = Type("Whole", simple.Object, TypeAttributes.Class);
        FieldOfClass = Field(Class, "Number", simple.Int32);
        StructOfClass = Field(Class, "Part", Struct);
        Enum = Type("Kind", module.ImportReference(typeof(Enum)), TypeAttributes.Sealed);
        Enum.Fields.Add(new FieldDefinition(
            "value__", FieldAttributes.Public | FieldAttributes.SpecialName | FieldAttributes.RTSpecialName,
            simple.Int16));
        Constructor = new MethodDefinition(
            ".ctor",
            MethodAttributes.Public | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName
                | MethodAttributes.HideBySig,
            simple.Void);
        ILProcessor il = Constructor.Body.GetILProcessor();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Call, module.ImportReference(typeof(object).GetConstructor([])));
        il.Emit(OpCodes.Ret);
        Class.Methods.Add(Constructor);
        // Before field initialization: otherwise each run searches the thousands of methods for an initializer.
        Methods = Type(
            "Methods", simple.Object,
            TypeAttributes.Abstract | TypeAttributes.Sealed | TypeAttributes.BeforeFieldInit);
    }

    public ModuleDefinition Module { get; }

    public TypeDefinition Struct { get; }

    public FieldDefinition FirstOfStruct { get; }

    public FieldDefinition SecondOfStruct { get; }

    public TypeDefinition Class { get; }

    public FieldDefinition FieldOfClass { get; }

    public FieldDefinition StructOfClass { get; }

    public MethodDefinition Constructor { get; }

    public TypeDefinition Enum { get; }

    /// <summary>The class for the methods.</summary>
    public TypeDefinition Methods { get; }

    /// <summary>The types of memory.</summary>
    public IReadOnlyList<MemoryType> Memory =>
    [
        new(Module.TypeSystem.SByte, OperandKind.Int32, 8),
        new(Module.TypeSystem.Byte, OperandKind.Int32, 8),
        new(Module.TypeSystem.Boolean, OperandKind.Int32, 8),
        new(Module.TypeSystem.Int16, OperandKind.Int32, 16),
        new(Module.TypeSystem.UInt16, OperandKind.Int32, 16),
        new(Module.TypeSystem.Char, OperandKind.Int32, 16),
        new(Enum, OperandKind.Int32, 16),
        new(Module.TypeSystem.Int32, OperandKind.Int32, 32),
        new(Module.TypeSystem.UInt32, OperandKind.Int32, 32),
        new(Module.TypeSystem.Int64, OperandKind.Int64, 64),
        new(Module.TypeSystem.UInt64, OperandKind.Int64, 64),
        new(Module.TypeSystem.IntPtr, OperandKind.Native, 64),
        new(Module.TypeSystem.UIntPtr, OperandKind.Native, 64),
        new(Struct, OperandKind.Struct, 0),
        new(Class, OperandKind.Object, 0),
    ];

    private TypeDefinition Type(string name, TypeReference @base, TypeAttributes attributes)
    {
        var type = new TypeDefinition("Instructions", name, attributes | TypeAttributes.Public, @base);
        Module.Types.Add(type);
        return type;
    }

    private static FieldDefinition Field(TypeDefinition owner, string name, TypeReference type)
    {
        var field = new FieldDefinition(name, FieldAttributes.Public, type);
        owner.Fields.Add(field);
        return field;
    }
}

/// <summary>A type of memory, its kind on the evaluation stack, and the width of an integer.</summary>
internal sealed record MemoryType(TypeReference Type, OperandKind Kind, int Width)
{
    /// <summary>True if memory of one type can be accessed as the other.</summary>
    public bool IsLike(MemoryType other) => Kind == other.Kind && Width == other.Width;
}
