export interface Floor {
  readonly path: string;
  readonly role: string;
  readonly imports: readonly string[] | 'all';
  readonly importsTypesOf?: readonly string[];
  readonly rooms?: string;
  readonly pure?: boolean;
  readonly readable?: boolean;
}

export interface Door {
  readonly what: string;
  readonly globals: readonly string[];
  readonly modules: readonly string[];
  readonly files: readonly string[];
  readonly why: string;
}

export declare const house: Readonly<Record<string, Floor>>;
export declare const shipped: readonly string[];
export declare const doors: readonly Door[];
