using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Inspection;

/// <summary>
/// Compares an item with a new one, field by field: all fields that the type and its bases have, those inside its
/// structs and inside the objects that a new item brings with it. Compiled once for each type, so a comparison
/// allocates nothing.
/// </summary>
internal static class Blank<T>
    where T : ZoneItem, new()
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>
    /// What a freed item keeps: its place in the free list, and the notes of walks, each of its walk only.
    /// </summary>
    private static readonly string[] Ignored =
        [nameof(ZoneItem.NextFree), nameof(ZoneItem.TraversalRound), nameof(ZoneItem.TraversalNote)];

    private static readonly Func<T, string?> Compare = Compile();

    /// <summary>The first field that differs from a new item's; null where none does.</summary>
    public static string? FirstDifference(T item) => Compare(item);

    private static Func<T, string?> Compile()
    {
        ParameterExpression item = Expression.Parameter(typeof(T));
        Expression none = Expression.Constant(null, typeof(string));
        Expression first = Differences(item, new T(), "")
            .Reverse()
            .Aggregate(none, (rest, field) =>
                Expression.Condition(field.Differs, Expression.Constant(field.Name), rest));
        return Expression.Lambda<Func<T, string?>>(first, item).Compile();
    }

    private static IEnumerable<(string Name, Expression Differs)> Differences(
        Expression owner, object fresh, string path) =>
        from field in FieldsOf(fresh.GetType())
        where field.DeclaringType != typeof(ZoneItem) || !Ignored.Contains(field.Name)
        from difference in Differences(
            Expression.Field(owner, field), field.FieldType, field.GetValue(fresh), path + NameOf(field))
        select difference;

    private static IEnumerable<(string Name, Expression Differs)> Differences(
        Expression value, Type type, object? fresh, string name) =>
        type.IsPrimitive || type.IsEnum || fresh is null or string
            ? [(name, Expression.NotEqual(value, Expression.Constant(fresh, type)))]
        : type.IsArray ? [(name, Expression.Call(typeof(Blank<T>), nameof(HasAny), null, value))]
        : Differences(value, fresh, name + ".");

    /// <summary>An array may keep its length, but nothing is in it.</summary>
    private static bool HasAny(Array array)
    {
        foreach (object? element in (IEnumerable)array)
        {
            if (element is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<FieldInfo> FieldsOf(Type? type) =>
        type is null ? [] : type.GetFields(Declared).Concat(FieldsOf(type.BaseType));

    /// <summary>A property's name rather than that of the field that the compiler made for it.</summary>
    private static string NameOf(FieldInfo field) =>
        field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;
}
